import { readFileSync } from 'fs';

export function a() {
<<<<<<< left
  return readFileSync('a');
}

export function b() {
  return 1;
=======
  return fs.readFileSync('a');
}

export function b() {
  return fs.existsSync('b');
>>>>>>> right
}
