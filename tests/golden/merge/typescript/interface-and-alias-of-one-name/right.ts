export type A = string;
export interface B {
  x: number;
}
