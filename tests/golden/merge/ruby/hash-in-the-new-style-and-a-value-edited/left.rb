def opts
  {
    :a => 1,
    :b => 3,
  }
end
