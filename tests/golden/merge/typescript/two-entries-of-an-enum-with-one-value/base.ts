export enum Kind {
  A = 'a',
  B = 'b',
}
