class Badge {
  Badge({required this.label, this.size = 3});

  final String label;
}
