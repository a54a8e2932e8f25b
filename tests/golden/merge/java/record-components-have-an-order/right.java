record Point(
    double x,
    double y,
    String label
) {}
