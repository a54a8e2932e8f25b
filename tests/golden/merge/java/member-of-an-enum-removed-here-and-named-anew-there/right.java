enum Kind {
    A,
    B,
    C
}

class Use {
    Kind a() {
        return Kind.A;
    }

    int b() {
        return rank(Kind.C);
    }
}
