export function load(path: string): string {
  return read(path);
}

export function save(path: string, text: string): void {
  if (load(path) !== text) {
    write(path, text);
  }
}

export function copy(from: string, to: string): void {
  save(to, load(from));
}
