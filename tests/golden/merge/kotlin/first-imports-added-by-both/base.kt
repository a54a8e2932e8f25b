package shop.cart

/** What a customer takes. */
class Cart(private val items: List<Any>)
