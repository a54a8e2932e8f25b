export enum Kind {
  A = 'a',
  B = 'b',
  C = 'c',
}
