export function link(id) {
  return `https://example.org/items/${encodeURIComponent(id)}`;
}
