export type Shape =
  | Square
  | Circle;
