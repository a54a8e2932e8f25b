export function link(id) {
<<<<<<< left
  return `https://example.org/v2/items/${id}`;
=======
  return `https://example.org/items/${encodeURIComponent(id)}`;
>>>>>>> right
}
