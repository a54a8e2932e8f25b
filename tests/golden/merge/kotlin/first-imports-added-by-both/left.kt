package shop.cart

import java.time.Instant

/** What a customer takes. */
class Cart(private val items: List<Any>)
