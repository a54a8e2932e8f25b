class A {
    void a() {
    }

    void b() {
        go();
    }
}
