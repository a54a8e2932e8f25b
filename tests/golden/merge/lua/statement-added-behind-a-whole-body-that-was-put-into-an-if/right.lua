function transfer(a, b, amount)
  a.withdraw(amount)
  b.deposit(amount)
  log(a)
end
