export async function load(id: string): Promise<User> {
  return await api.get(id);
}
