function transfer(a, b, amount)
  if amount > 0 then
    a.withdraw(amount)
    b.deposit(amount)
  end
end
