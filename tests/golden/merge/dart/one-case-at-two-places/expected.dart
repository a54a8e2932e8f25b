int f(int n) {
  switch (n) {
<<<<<<< left
    case 7:
      return 70;
    case 1:
      return 10;
    case 2:
      return 20;
=======
    case 1:
      return 10;
    case 2:
      return 20;
    case 7:
      return 71;
>>>>>>> right
    default:
      return 0;
  }
}
