class A {
  static async load() {
    return await get();
  }
}
