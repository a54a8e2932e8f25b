class Sorter {
    <T extends Comparable<T> & Cloneable> void sort(List<T> items) {
        items.sort(null);
    }
}
