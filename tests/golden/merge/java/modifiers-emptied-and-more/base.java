class A {
    // the x
    private int x = 1; // why
}
