package shop

import java.time.Instant
import shop.model.{Item, Price}

object Main extends App
