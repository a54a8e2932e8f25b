def transfer(a, b, amount):
    with transaction():
        a.withdraw(amount)
        b.deposit(amount)
