class W {
  const W({required this.a});
}
