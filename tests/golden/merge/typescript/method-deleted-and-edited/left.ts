export class Store {
  get(key: string) {
    return this.data[key];
  }
}
