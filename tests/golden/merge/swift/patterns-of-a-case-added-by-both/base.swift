func f(d: D) -> Int {
    switch d {
    case .a, .b: return 1
    default: return 3
    }
}
