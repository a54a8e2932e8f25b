export function load(url) {
  const reply = fetch(url);
  return reply;
}
