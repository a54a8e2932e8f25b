class Account(owner: String) {
  private val opened = now()
  lazy val history = read(owner)

  def age: Long = now() - opened
}
