package a

import a.b.C

/** A service. */
class Service(
    private val repo: Repo,
    private val clock: Clock,
) : Closeable {
    private val log = logger()

    /** Finds one. */
    fun find(id: Long): User? {
        log.debug("find $id")
        return repo.find(id)
    }

    fun go(a: String?) = one(a)

    fun go(a: Int?) = two(a)

    override fun close() {
        repo.close()
    }

    companion object {
        const val MAX = 10
    }
}
