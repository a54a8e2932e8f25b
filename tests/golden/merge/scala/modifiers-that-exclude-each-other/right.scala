class Account(owner: String) {
  private val opened = now()

  protected def age: Long = now() - opened
}
