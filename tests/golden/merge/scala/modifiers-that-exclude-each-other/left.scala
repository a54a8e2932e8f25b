class Account(owner: String) {
  private val opened = now()

  private def age: Long = now() - opened
}
