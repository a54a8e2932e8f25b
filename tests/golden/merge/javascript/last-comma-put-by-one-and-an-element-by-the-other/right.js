export const ignored = [
  ".gitkeep",
  "app.css",
  "LICENSE.md"
];
