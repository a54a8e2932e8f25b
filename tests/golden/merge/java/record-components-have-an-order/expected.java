record Point(
    double x,
    double y,
<<<<<<< left
    double z
=======
    String label
>>>>>>> right
) {}
