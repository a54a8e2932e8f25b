interface Shape {
    double area();
}

class Circle implements Shape {
    public double area() {
        return 3;
    }
}

class Square implements Shape {
    public double area() {
        return 4;
    }
}
