export async function load(url) {
  const reply = await fetch(url);
  return reply;
}
