enum Kind {
    A,
<<<<<<< left
    B
}

class Use {
    Kind a() {
        return Kind.A;
    }

    int b() {
        return 1;
=======
    B,
    C
}

class Use {
    Kind a() {
        return Kind.A;
    }

    int b() {
        return rank(Kind.C);
>>>>>>> right
    }
}
