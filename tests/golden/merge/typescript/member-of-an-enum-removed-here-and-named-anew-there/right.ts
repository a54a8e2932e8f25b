export enum Kind {
  A = 'a',
  B = 'b',
  C = 'c',
}

export function first(): Kind {
  return Kind.A;
}

export function last(): number {
  return rank(Kind.C);
}
