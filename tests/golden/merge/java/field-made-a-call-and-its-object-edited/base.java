class Registrar {
    void check(Object group) {
        if (((ChildLoop) loop()).parent != group) {
            throw new IllegalStateException("another group");
        }
    }
}
