export function title(page: Page): string {
  const text = escape(page.heading);
  return text;
}
