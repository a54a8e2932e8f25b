class A extends B {
  run(): number {
    return go();
  }
}
