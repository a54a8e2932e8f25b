export type Shape =
  | Square
  | Circle
  | Polygon;
