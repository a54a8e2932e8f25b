class W {
  const W({required this.a, this.b = 2});
}
