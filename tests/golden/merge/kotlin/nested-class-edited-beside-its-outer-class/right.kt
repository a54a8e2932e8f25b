class Tree {
    private val root = Node(Int.MIN_VALUE)

    class Node(val key: Int) {
        var left: Node? = null
        fun leaf() = left == null
    }

    fun find(key: Int): Node? = root
}
