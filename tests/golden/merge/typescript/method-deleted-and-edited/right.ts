export class Store {
  get(key: string) {
    return this.data[key];
  }
  drop(key: string) {
    this.data[key] = undefined;
  }
}
