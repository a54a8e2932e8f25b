def opts
  {
    :a => 1,
    :b => 2,
<<<<<<< left
    :c => 3,
=======
    c: 4,
>>>>>>> right
  }
end
