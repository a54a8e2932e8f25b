class Account(owner: String) {
  private val opened = now()

  def age: Long = now() - opened

  def close(): Unit = {
    log(owner)
  }

  override def toString: String = s"Account of $owner"
}
