class A {
    private static native int one();

    public static A other() {
        return new A(1);
    }

    public static A make() {
        return new A();
    }
}
