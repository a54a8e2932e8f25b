export function load(id: string): Promise<User> {
  return api.get(id);
}
