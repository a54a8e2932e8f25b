class Tree {
    static class Node {
        int size() {
            return 1;
        }
    }
    static class Leaf {
        int size() {
            int count = 1;
            return count;
        }
    }
}
