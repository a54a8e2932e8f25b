def price(kind)
  case kind
  when :small
    3
  else
    5
  end
end
