object Pairs {
  val all = for {
    a <- 1 to 3
    b <- a to 3
<<<<<<< left
    if a + b < 5
=======
    c <- b to 3
>>>>>>> right
  } yield (a, b)
}
