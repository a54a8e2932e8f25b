package shop

import java.time.Instant
import java.time.Period
import java.util.UUID
import shop.Cart

object Main extends App
