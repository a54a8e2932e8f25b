export class Cache {
<<<<<<< left
  private entries = new Map<string, string>();
=======
  protected entries = new Map<string, string>();
>>>>>>> right

  clear() {
    this.entries.clear();
  }
}
