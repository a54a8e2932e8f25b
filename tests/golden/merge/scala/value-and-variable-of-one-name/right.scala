class Account(owner: String) {
  private val opened = now()
  val balance = read(owner)

  def age: Long = now() - opened
}
