class Account(owner: String) {
  private val opened = now()
  private var balance = 0
  lazy val history = read(owner)

  def age: Long = now() - opened
}
