export function first() {
  return 1;
}

export function third() {
  return 3;
}
