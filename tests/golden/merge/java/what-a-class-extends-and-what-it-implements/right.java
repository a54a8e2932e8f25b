class A implements C {
    int x;
}
