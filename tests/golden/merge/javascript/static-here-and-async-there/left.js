class A {
  static load() {
    return get();
  }
}
