enum Kind {
    A,
    B
}

class Use {
    Kind a() {
        return Kind.A;
    }

    int b() {
        return 1;
    }
}
