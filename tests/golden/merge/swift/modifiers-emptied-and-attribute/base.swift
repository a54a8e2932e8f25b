class A {
    private var x = 1
    func f() {
    }
}
