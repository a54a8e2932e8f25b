class Shop:
    @log
<<<<<<< left
    @cached
=======
    @traced
>>>>>>> right
    def total(self, order):
        return sum(order.prices)
