class A {
    private static native int one();

    public static A make() {
        return new A();
    }
}
