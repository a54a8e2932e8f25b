export function first() {
  return 1;
}

const LIMIT = 5;

export function second() {
  return LIMIT;
}
