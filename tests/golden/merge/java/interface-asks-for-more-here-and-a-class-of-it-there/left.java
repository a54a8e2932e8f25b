interface Shape {
    double area();

    String name();
}

class Circle implements Shape {
    public double area() {
        return 3;
    }

    public String name() {
        return "circle";
    }
}
