export class Cache {
  private entries = new Map<string, string>();

  clear() {
    this.entries.clear();
  }
}
