class A {
    // the x
    @A @B("x")
    private static int x = 1; // why
}
