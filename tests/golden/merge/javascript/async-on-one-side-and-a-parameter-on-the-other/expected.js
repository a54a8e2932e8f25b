export async function load(url, fallback) {
  const reply = await fetch(url);
  return reply ?? fallback;
}
