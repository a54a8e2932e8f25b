class Registrar {
    void check(Object group) {
        if (((Loop) loop()).parent() != group) {
            throw new IllegalStateException("another group");
        }
    }
}
