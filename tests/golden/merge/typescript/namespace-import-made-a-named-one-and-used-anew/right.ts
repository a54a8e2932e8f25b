import * as fs from 'fs';

export function a() {
  return fs.readFileSync('a');
}

export function b() {
  return fs.existsSync('b');
}
