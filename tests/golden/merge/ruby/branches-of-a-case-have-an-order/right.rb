def price(kind)
  case kind
  when :small
    3
  when /large/
    6
  else
    5
  end
end
