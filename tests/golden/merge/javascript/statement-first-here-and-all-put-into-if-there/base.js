function f(out) {
  one();
  two();
  three();
}
