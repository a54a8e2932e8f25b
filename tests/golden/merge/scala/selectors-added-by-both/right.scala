package shop

import shop.model.{Item, Order, Price}

object Main extends App
