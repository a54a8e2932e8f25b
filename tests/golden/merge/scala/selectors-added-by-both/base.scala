package shop

import shop.model.{Item, Order}

object Main extends App
