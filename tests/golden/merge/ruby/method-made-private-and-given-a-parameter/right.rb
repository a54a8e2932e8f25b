class Store
  def load(key, default)
    value = read(key)
    value.strip
  end

  def save(key)
    write(key)
  end
end
