export function load(url, fallback) {
  const reply = fetch(url);
  return reply ?? fallback;
}
