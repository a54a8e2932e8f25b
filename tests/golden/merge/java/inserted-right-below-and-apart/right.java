class A {
    private static native int one();
    private static native int two();
    private static native int three(int a);

    public static A make() {
        return new A();
    }
}
