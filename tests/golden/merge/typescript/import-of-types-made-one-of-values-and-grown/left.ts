import { A } from './a';

export const x: A = new A(1);
