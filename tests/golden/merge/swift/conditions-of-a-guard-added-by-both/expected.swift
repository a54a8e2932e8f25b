func f(a: Int?, b: Int?) -> Int {
<<<<<<< left
    guard let a = a, a > 0 else {
=======
    guard let a = a, let b = b else {
>>>>>>> right
        return 0
    }
    return a
}
