export function title(page: Page): string {
  const text = capitalize(page.title);
  return text;
}
