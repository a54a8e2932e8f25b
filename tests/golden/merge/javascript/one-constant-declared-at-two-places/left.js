function f() {
  const a = 1;
  const b = 2;
  use(a);
  more();
  last();
}
