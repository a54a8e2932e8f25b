export function title(page: Page): string {
<<<<<<< left
  const text = escape(page.heading);
=======
  const text = capitalize(page.title);
>>>>>>> right
  return text;
}
