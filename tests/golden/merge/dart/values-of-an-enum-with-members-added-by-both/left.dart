enum Level {
  low(1),
  high(2),
  top(3);

  const Level(this.n);
  final int n;
}
