def price(kind)
  case kind
  when :small
    3
<<<<<<< left
  when :medium
    4
=======
  when /large/
    6
>>>>>>> right
  else
    5
  end
end
