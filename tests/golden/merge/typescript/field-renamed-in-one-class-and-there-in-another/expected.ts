class A {
<<<<<<< left
  private names: string[] = [];

  add(s: string) {
    this.names.push(s);
=======
  private items: string[] = [];

  add(s: string) {
    this.items.push(s);
  }

  size() {
    return this.items.length;
>>>>>>> right
  }
}

class B {
  private items: number[] = [];

  add(n: number) {
    this.items.push(n);
  }
}
