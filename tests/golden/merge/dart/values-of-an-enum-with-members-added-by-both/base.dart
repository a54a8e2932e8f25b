enum Level {
  low(1),
  high(2);

  const Level(this.n);
  final int n;
}
