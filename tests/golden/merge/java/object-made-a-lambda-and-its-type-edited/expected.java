class A {
    void f() {
<<<<<<< left
        Run.go((Action<Object>) () -> {
            return null;
=======
        Run.go(new Action<>() {
            @Override
            public Object run() {
                return null;
            }
>>>>>>> right
        });
    }
}
