export class Store {
  get(key: string) {
    return this.data[key];
  }
<<<<<<< left
=======
  drop(key: string) {
    this.data[key] = undefined;
  }
>>>>>>> right
}
