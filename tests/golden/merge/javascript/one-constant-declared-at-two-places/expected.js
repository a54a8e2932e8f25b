function f() {
  const a = 1;
<<<<<<< left
  const b = 2;
  use(a);
  more();
=======
  use(a);
  more();
  const b = 3;
>>>>>>> right
  last();
}
