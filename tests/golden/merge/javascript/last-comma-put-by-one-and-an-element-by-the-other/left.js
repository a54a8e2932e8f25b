export const ignored = [
  ".gitkeep",
  "app.css",
];
