object Pairs {
  val all = for {
    a <- 1 to 3
    b <- a to 3
  } yield (a, b)
}
