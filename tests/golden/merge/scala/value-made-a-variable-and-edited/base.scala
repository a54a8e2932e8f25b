object T {
  private val count = 0
}
