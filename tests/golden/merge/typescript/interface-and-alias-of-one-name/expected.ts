export type A = string;
<<<<<<< left
export type B = number;
=======
export interface B {
  x: number;
}
>>>>>>> right
