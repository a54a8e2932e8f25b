module Text
  # Shortens a text to so many characters.
  def self.cut(text, length)
    text[0, length]
  end

  def self.words(text)
    text.split
  end

  def self.lines(text)
    text.lines
  end
end
