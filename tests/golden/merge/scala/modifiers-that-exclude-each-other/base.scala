class Account(owner: String) {
  private val opened = now()

  def age: Long = now() - opened
}
