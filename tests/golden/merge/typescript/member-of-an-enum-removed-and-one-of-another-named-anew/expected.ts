export enum Kind {
  A = 'a',
  B = 'b',
}

export enum Mode {
  A = 'a',
  C = 'c',
}

export function last(): number {
  return rank(Mode.C);
}
