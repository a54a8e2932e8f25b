class Account(owner: String) {
  private val opened = now()

  def age: Long = now() - opened

  override def toString: String = s"Account of $owner"
}
