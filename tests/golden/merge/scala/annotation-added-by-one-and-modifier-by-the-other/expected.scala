package a

import scala.collection.mutable

class Repo(db: Db) {
  private val users = mutable.Map.empty[String, User]

  @tailrec
  final def find(id: String): Option[User] = {
    users.get(id)
  }

  def save(user: User): Unit = {
    users(user.id) = user
  }
}
