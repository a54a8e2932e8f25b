names = users.map do |u|
  u.name.strip
end
