package shop

import java.time.Instant
import java.time.Period
import shop.Cart

object Main extends App
