function transfer(a, b, amount)
<<<<<<< left
  if amount > 0 then
    a.withdraw(amount)
    b.deposit(amount)
  end
=======
  a.withdraw(amount)
  b.deposit(amount)
  log(a)
>>>>>>> right
end
