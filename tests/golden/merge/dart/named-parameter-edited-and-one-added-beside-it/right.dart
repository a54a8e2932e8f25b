class W {
  const W({super.key, this.a = 1});
  final int a;
}
