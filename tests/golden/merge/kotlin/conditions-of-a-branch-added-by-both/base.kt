fun f(x: Day) = when (x) {
    SAT, SUN -> true
    else -> false
}
