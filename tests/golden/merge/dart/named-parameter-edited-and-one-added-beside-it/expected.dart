class W {
  const W({super.key, this.a = 1, required this.b});
  final int a;
  final int b;
}
