class W {
<<<<<<< left
  const W({required this.a, this.b = 1});
=======
  const W({required this.a, this.b = 2});
>>>>>>> right
}
