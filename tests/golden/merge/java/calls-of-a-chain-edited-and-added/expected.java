class A {
    Foo a() {
        return Foo.builder()
            .a(1)
            .b(22)
            .d(4)
            .build();
    }
}
