fun f(x: Day) = when (x) {
    SAT, SUN, HOLIDAY, FEAST -> true
    else -> false
}
