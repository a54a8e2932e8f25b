export function load(id: string): User {
  return api.get(id);
}
