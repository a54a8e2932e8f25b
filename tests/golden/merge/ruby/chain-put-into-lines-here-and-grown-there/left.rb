def names
  users
    .select(&:active?)
    .map(&:name)
    .sort
end
