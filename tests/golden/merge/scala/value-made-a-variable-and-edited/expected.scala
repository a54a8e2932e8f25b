object T {
  private var count = 1
}
