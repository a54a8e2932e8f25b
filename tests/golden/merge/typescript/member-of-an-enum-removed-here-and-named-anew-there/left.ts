export enum Kind {
  A = 'a',
  B = 'b',
}

export function first(): Kind {
  return Kind.A;
}

export function last(): number {
  return 1;
}
