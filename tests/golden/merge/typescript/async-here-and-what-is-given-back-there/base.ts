export function load(id: string) {
  return api.get(id);
}
