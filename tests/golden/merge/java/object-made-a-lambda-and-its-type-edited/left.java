class A {
    void f() {
        Run.go((Action<Object>) () -> {
            return null;
        });
    }
}
