object Pairs {
  val all = for {
    a <- 1 to 3
    b <- a to 3
    if a + b < 5
  } yield (a, b)
}
