class A {
    void a() {
        one();
    }

    void b() {
        two();
    }

    void c() {
        if (x) {
            three();
        }
    }
}
