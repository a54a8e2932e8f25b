class A {
  async load() {
    return await get();
  }
}
