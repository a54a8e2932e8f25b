package app

import app.io.Reader
import app.model.User

class Repo(private val db: Db) {
    private val cache = mutableMapOf<Int, User>()

    fun find(id: Int): User? {
        return cache[id] ?: db.get(id)
    }

    fun save(user: User) {
        db.put(user)
        cache[user.id] = user
    }
}
