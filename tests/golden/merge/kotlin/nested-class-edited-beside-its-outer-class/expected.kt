class Tree {
    private val root = Node(Int.MIN_VALUE)

    class Node(val key: Int) {
        var left: Node? = null
        var right: Node? = null
        fun leaf() = left == null && right == null
    }

    fun find(key: Int): Node? = root
}
