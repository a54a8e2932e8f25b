object T {
  private var count = 0
}
