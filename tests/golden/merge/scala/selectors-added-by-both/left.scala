package shop

import shop.model.{Item, Offer, Order}

object Main extends App
