class Account(owner: String) {
  private val opened = now()
<<<<<<< left
  private var balance = 0
=======
  val balance = read(owner)
>>>>>>> right

  def age: Long = now() - opened
}
