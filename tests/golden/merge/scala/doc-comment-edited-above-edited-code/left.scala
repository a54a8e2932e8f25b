object Text {
  /** Without blanks at its ends. */
  def strip(text: String): String =
    text.trim
}
