interface Shape {
    double area();

    String name();
}

class Circle implements Shape {
    public double area() {
        return 3;
    }
<<<<<<< left

    public String name() {
        return "circle";
=======
}

class Square implements Shape {
    public double area() {
        return 4;
>>>>>>> right
    }
}
