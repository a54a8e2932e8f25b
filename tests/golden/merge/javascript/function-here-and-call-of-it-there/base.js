export function first() {
  return 1;
}
