import type { A } from './a';

export const x: A = { n: 1 };
