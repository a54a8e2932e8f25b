class A extends B {
  override async run(): Promise<number> {
    return await go();
  }
}
