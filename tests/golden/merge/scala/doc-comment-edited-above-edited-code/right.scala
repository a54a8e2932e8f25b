object Text {
  /** Without blanks. */
  def strip(text: CharSequence): String =
    text.toString.trim
}
