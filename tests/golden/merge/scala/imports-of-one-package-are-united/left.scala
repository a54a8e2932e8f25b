package shop

import java.time.Instant
import shop.model.{Item}

object Main extends App
