class A {
    void a() {
        if (x) {
            z();
        }
    }
}
