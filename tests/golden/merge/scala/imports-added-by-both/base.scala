package shop

import java.time.Instant
import shop.Cart

object Main extends App
