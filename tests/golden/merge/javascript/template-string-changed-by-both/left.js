export function link(id) {
  return `https://example.org/v2/items/${id}`;
}
