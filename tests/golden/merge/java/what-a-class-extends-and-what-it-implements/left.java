class A extends B {
    int x;
}
