class A {
    var x = 1
    func f() {
    }
}
