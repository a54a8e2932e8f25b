function build() {
  var a = 1;
  var b = 2;
  var c = 3;
  return a + b + c;
}
