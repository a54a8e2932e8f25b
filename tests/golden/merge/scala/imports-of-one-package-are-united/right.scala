package shop

import java.time.Instant
import shop.model.{Price}

object Main extends App
