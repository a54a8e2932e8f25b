enum Level {
  low(1),
  high(2),
  top(3),
  max(4);

  const Level(this.n);
  final int n;
}
