names = users.map do |u|
  u.name
end
