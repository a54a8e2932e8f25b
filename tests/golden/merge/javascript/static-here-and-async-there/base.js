class A {
  load() {
    return get();
  }
}
