class W {
  int a = 1;
<<<<<<< left
=======
  int b = 2;
  int get c => b + 1;
>>>>>>> right
}
