package shop.cart

import java.util.UUID

/** What a customer takes. */
class Cart(private val items: List<Any>)
