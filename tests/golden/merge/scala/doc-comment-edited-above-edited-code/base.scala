object Text {
  /** Without blanks. */
  def strip(text: String): String =
    text.trim
}
