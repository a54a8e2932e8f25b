class A {
    Foo a() {
        return Foo.builder()
            .a(1)
            .b(2)
            .d(4)
            .build();
    }
}
