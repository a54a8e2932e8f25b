class A implements D {
  x = 1;
}
