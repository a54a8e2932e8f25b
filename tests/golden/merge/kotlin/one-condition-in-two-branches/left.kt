fun f(n: Int) = when (n) {
    1, 2, 7 -> 10
    3 -> 20
    else -> 0
}
