module Text
  def self.words(text)
    text.split
  end

  def self.lines(text)
    text.lines
  end

  # Shortens a text.
  def self.cut(text, length)
    text[0, length]
  end
end
