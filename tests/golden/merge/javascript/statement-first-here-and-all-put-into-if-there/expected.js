function f(out) {
<<<<<<< left
  zero();
  one();
  two();
  three();
=======
  if (out.ok) {
    one();
    two();
    three();
  }
>>>>>>> right
}
