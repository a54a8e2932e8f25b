class A extends B {
  x = 1;
}
