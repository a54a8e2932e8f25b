class A {
    @Published private var x = 1
    func f() {
    }
}
