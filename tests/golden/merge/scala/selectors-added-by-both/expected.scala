package shop

import shop.model.{Item, Offer, Order, Price}

object Main extends App
