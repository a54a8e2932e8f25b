class Account(owner: String) {
  private val opened = now()

  def age: Long = now() - opened

  def close(): Unit = {
    log(owner)
  }
}
