func f(a: Int?, b: Int?) -> Int {
    guard let a = a, let b = b else {
        return 0
    }
    return a
}
