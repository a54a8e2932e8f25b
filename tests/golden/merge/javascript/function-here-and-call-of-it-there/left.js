export function first() {
  return 1;
}

register(third);
