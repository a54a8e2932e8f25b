class A {
    private static native int one();
    private static native int two();
    private static native int three(int a);

    public static A other() {
        return new A(1);
    }

    public static A make() {
        return new A();
    }
}
