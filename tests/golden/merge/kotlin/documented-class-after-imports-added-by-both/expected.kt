package shop.cart

import java.time.Instant
import shop.model.Item
import shop.model.Offer
import shop.model.Order

// The cart keeps what was chosen,
// until it is paid for.
class Cart(private val items: List<Item>)
