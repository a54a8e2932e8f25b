type S = 'a' | 'b' | 'c';

export const first: S = 'a';

export function f(): S {
  return 'b';
}
