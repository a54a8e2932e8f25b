let limit = 10;
let name = 'x';

export function check(n: number) {
  return n < limit;
}

export function other() {
  limit = 5;
  return name;
}
