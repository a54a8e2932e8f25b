class Tree {
    static class Node {
        int size() {
            return 1;
        }
    }
    static class Leaf {
        int size() {
            int count = 0;
            return count;
        }

        int depth() {
            return 0;
        }
    }
}
