object T {
  private val count = 1
}
