func f(d: D) -> Int {
    switch d {
    case .a, .b, .c, .d: return 1
    default: return 3
    }
}
