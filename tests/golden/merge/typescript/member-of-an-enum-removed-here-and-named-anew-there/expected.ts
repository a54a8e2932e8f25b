export enum Kind {
  A = 'a',
  B = 'b',
<<<<<<< left
}

export function first(): Kind {
  return Kind.A;
}

export function last(): number {
  return 1;
=======
  C = 'c',
}

export function first(): Kind {
  return Kind.A;
}

export function last(): number {
  return rank(Kind.C);
>>>>>>> right
}
