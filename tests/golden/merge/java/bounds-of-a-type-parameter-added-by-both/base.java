class Sorter {
    <T extends Comparable<T>> void sort(List<T> items) {
        items.sort(null);
    }
}
