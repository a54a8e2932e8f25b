func f(a: Int?, b: Int?) -> Int {
    guard let a = a else {
        return 0
    }
    return a
}
