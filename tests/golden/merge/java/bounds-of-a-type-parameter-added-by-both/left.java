class Sorter {
    <T extends Comparable<T> & Serializable> void sort(List<T> items) {
        items.sort(null);
    }
}
