def price(kind)
  case kind
  when :small
    3
  when :medium
    4
  else
    5
  end
end
