class Shop:
    @log
    @cached
    def total(self, order):
        return sum(order.prices)
