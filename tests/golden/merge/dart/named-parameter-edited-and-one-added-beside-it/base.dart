class W {
  const W({super.key, required this.a});
  final int a;
}
