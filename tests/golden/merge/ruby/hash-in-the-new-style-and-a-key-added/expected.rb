def opts
  { a: 1, :c => 3, b: 2 }
end
