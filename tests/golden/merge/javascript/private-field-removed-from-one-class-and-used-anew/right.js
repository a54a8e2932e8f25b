class A {
  #n = 0;

  inc() {
    this.#n++;
  }

  get() {
    return this.#n;
  }
}

class B {
  #n = 0;

  get() {
    return this.#n;
  }
}
