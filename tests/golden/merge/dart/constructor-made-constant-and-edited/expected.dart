class Badge {
  const Badge({required this.label, this.size = 3});

  final String label;
}
