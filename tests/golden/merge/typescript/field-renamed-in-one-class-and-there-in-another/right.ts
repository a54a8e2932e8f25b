class A {
  private items: string[] = [];

  add(s: string) {
    this.items.push(s);
  }

  size() {
    return this.items.length;
  }
}

class B {
  private items: number[] = [];

  add(n: number) {
    this.items.push(n);
  }
}
