class A extends B implements D {
  x = 1;
}
