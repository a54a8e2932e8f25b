class Badge {
  const Badge({required this.label});

  final String label;
}
