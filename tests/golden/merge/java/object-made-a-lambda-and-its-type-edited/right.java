class A {
    void f() {
        Run.go(new Action<>() {
            @Override
            public Object run() {
                return null;
            }
        });
    }
}
