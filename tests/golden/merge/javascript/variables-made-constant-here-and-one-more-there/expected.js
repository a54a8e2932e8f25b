function build() {
  const a = 1;
  const b = 2;
  var c = 3;
  return a + b + c;
}
