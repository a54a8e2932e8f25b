func f(a: Int?, b: Int?) -> Int {
    guard let a = a, a > 0 else {
        return 0
    }
    return a
}
