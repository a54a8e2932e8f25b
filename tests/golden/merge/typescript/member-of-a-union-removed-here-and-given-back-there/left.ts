type S = 'a' | 'b';

export const first: S = 'a';

export function f(): S {
  return 'b';
}
