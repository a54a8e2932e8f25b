export type Shape =
  | Square
  | Circle
  | Triangle;
