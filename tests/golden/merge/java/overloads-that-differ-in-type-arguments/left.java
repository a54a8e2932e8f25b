class A {
    void x() {
    }

    void go(List<String> a) {
        one();
    }
}
