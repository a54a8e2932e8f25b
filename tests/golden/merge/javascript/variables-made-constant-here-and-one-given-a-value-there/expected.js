function build(flag) {
<<<<<<< left
  const a = 1;
  const b = 2;
=======
  var a = 1;
  var b = 2;
  if (flag) {
    b = 3;
  }
>>>>>>> right
  return a + b;
}
