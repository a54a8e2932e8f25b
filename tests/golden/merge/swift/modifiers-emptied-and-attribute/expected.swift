class A {
    @Published var x = 1
    func f() {
    }
}
