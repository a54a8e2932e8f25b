class Badge {
  Badge({required this.label});

  final String label;
}
