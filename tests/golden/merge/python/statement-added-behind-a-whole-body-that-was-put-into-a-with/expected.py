def transfer(a, b, amount):
<<<<<<< left
    with transaction():
        a.withdraw(amount)
        b.deposit(amount)
=======
    a.withdraw(amount)
    b.deposit(amount)
    log(a, b, amount)
>>>>>>> right
