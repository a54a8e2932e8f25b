package shop.cart

import java.time.Instant
import shop.model.Item
import shop.model.Offer

// The cart keeps what was chosen,
// until it is paid.
class Cart(private val items: List<Item>)
