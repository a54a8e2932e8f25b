function f() {
  const a = 1;
  use(a);
  more();
  const b = 3;
  last();
}
