export async function load(id: string) {
  return await api.get(id);
}
