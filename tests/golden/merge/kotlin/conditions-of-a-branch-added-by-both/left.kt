fun f(x: Day) = when (x) {
    SAT, SUN, HOLIDAY -> true
    else -> false
}
