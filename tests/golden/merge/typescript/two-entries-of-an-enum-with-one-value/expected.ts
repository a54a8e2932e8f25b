export enum Kind {
  A = 'a',
  B = 'b',
<<<<<<< left
  C = 'c',
=======
  Third = 'c',
>>>>>>> right
}
