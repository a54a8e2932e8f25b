class Tree {
    private val root = Node(0)

    class Node(val key: Int) {
        var left: Node? = null
        fun leaf() = left == null
    }

    fun find(key: Int) = root
}
