class W {
  const W({super.key, required this.a, required this.b});
  final int a;
  final int b;
}
