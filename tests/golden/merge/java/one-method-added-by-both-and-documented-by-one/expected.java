class A {
    void a() {
    }

    /** Does b. */
    void b() {
        go();
    }
}
