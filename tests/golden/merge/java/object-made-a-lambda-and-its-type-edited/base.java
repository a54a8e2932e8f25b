class A {
    void f() {
        Run.go(new Action<Object>() {
            @Override
            public Object run() {
                return null;
            }
        });
    }
}
