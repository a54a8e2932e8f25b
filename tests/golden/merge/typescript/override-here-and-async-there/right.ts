class A extends B {
  async run(): Promise<number> {
    return await go();
  }
}
