export function title(page: Page): string {
  const text = page.heading;
  return text;
}
