class A {
    // the x
    @A @B("x")
    static int x = 1; // why
}
