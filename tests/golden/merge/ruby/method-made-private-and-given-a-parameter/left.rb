class Store
  private def load(key)
    value = read(key)
    value.strip
  end

  def save(key)
    write(key)
  end
end
