<<<<<<< left
export async function load(id: string) {
  return await api.get(id);
=======
export function load(id: string): User {
  return api.get(id);
>>>>>>> right
}
