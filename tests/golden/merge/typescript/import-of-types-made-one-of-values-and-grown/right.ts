import type { A, B } from './a';

export const x: A | B = { n: 1 };
