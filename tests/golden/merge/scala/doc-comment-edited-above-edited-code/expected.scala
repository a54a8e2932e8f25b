object Text {
  /** Without blanks at its ends. */
  def strip(text: CharSequence): String =
    text.toString.trim
}
