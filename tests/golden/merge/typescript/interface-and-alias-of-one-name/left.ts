export type A = string;
export type B = number;
