class A {
<<<<<<< left
  inc() {
    return true;
  }

  get() {
    return 1;
=======
  #n = 0;

  inc() {
    this.#n++;
  }

  get() {
    return this.#n;
>>>>>>> right
  }
}

class B {
  #n = 0;

  get() {
    return this.#n;
  }
}
