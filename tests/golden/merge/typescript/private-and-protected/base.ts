export class Cache {
  entries = new Map<string, string>();

  clear() {
    this.entries.clear();
  }
}
