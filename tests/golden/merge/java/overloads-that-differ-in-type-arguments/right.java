class A {
    void x() {
    }

    void go(List<Integer> a) {
        two();
    }
}
