function build(flag) {
  var a = 1;
  var b = 2;
  if (flag) {
    b = 3;
  }
  return a + b;
}
