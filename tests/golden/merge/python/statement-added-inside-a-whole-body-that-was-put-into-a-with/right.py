def transfer(a, b, amount):
    a.withdraw(amount)
    check(amount)
    b.deposit(amount)
