class A {
  private names: string[] = [];

  add(s: string) {
    this.names.push(s);
  }
}

class B {
  private items: number[] = [];

  add(n: number) {
    this.items.push(n);
  }
}
