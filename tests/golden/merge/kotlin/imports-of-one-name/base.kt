package a

import java.io.File

class Repo(private val db: Db) {
    private val users = HashMap<String, User>()

    fun find(id: String): User? {
        return users[id]
    }

    fun save(user: User) {
        users[user.id] = user
    }
}
