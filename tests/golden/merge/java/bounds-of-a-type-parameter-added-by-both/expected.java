class Sorter {
    <T extends Comparable<T> & Serializable & Cloneable> void sort(List<T> items) {
        items.sort(null);
    }
}
