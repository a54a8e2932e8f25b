class A {
    // the x
    int x = 1; // why
}
