interface Shape {
    double area();
}

class Circle implements Shape {
    public double area() {
        return 3;
    }
}
