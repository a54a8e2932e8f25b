class A {
  inc() {
    return true;
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
