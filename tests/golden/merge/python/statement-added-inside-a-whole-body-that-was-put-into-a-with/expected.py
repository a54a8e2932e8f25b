def transfer(a, b, amount):
    with transaction():
        a.withdraw(amount)
        check(amount)
        b.deposit(amount)
