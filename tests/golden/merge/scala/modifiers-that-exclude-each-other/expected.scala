class Account(owner: String) {
  private val opened = now()

<<<<<<< left
  private def age: Long = now() - opened
=======
  protected def age: Long = now() - opened
>>>>>>> right
}
