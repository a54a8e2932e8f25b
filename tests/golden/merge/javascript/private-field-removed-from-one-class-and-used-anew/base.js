class A {
  #n = 0;

  inc() {
    this.#n++;
  }

  get() {
    return 1;
  }
}

class B {
  #n = 0;

  get() {
    return this.#n;
  }
}
