function f() {
  const a = 1;
  use(a);
  more();
  last();
}
