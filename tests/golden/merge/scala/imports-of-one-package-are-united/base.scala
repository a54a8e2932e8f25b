package shop

import java.time.Instant

object Main extends App
