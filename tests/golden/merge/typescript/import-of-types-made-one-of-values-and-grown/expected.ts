import { A, B } from './a';

export const x: A | B = new A(1);
