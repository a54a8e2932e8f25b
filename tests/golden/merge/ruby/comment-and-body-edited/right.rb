module Text
  # Shortens a text.
  def self.cut(text, length)
    text.slice(0, length)
  end

  def self.words(text)
    text.split
  end

  def self.lines(text)
    text.lines
  end
end
