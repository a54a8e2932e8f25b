export class Cache {
  protected entries = new Map<string, string>();

  clear() {
    this.entries.clear();
  }
}
