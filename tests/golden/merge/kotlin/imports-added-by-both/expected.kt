package shop.cart

import java.time.Instant
import shop.model.Item
import shop.model.Offer
import shop.model.Order
import shop.model.Price

class Cart(private val items: List<Item>)
