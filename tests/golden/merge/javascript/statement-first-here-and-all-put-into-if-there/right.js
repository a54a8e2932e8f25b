function f(out) {
  if (out.ok) {
    one();
    two();
    three();
  }
}
