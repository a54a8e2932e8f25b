<<<<<<< left
export function loadText(path: string): string {
  return read(path);
}

export function save(path: string, text: string): void {
  write(path, text);
=======
export function load(path: string): string {
  return read(path);
}

export function save(path: string, text: string): void {
  if (load(path) !== text) {
    write(path, text);
  }
>>>>>>> right
}

export function copy(from: string, to: string): void {
  save(to, loadText(from));
}
