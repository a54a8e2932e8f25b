class A {
    void x() {
    }

<<<<<<< left
    void go(List<String> a) {
        one();
=======
    void go(List<Integer> a) {
        two();
>>>>>>> right
    }
}
