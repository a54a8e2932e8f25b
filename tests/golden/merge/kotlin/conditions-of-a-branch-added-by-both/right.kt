fun f(x: Day) = when (x) {
    SAT, SUN, FEAST -> true
    else -> false
}
