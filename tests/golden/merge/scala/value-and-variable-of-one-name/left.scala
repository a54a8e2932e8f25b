class Account(owner: String) {
  private val opened = now()
  private var balance = 0

  def age: Long = now() - opened
}
