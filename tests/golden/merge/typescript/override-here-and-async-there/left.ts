class A extends B {
  override run(): number {
    return go();
  }
}
