export function loadText(path: string): string {
  return read(path);
}

export function save(path: string, text: string): void {
  write(path, text);
}

export function copy(from: string, to: string): void {
  save(to, loadText(from));
}
