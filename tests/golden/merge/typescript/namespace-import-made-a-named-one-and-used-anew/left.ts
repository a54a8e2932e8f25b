import { readFileSync } from 'fs';

export function a() {
  return readFileSync('a');
}

export function b() {
  return 1;
}
