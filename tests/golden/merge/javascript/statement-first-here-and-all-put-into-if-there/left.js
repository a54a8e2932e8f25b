function f(out) {
  zero();
  one();
  two();
  three();
}
