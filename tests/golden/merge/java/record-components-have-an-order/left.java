record Point(
    double x,
    double y,
    double z
) {}
