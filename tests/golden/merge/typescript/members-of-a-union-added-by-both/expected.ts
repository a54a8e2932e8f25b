export type Shape =
  | Square
  | Circle
  | Triangle
  | Polygon;
