class Tree {
    static class Node {
        int size() {
            return 1 + left.size();
        }
    }
    static class Leaf {
        int size() {
            int count = 0;
            return count;
        }

        boolean empty() {
            return false;
        }

        int depth() {
            return 0;
        }
    }
}
