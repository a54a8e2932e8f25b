class A {
  private items: string[] = [];

  add(s: string) {
    this.items.push(s);
  }
}

class B {
  private items: number[] = [];

  add(n: number) {
    this.items.push(n);
  }
}
