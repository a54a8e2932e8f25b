class A {
    int Weight(int code) {
        return code switch {
            3 => 30,
            4 or 5 => 40,
            _ => 0,
        };
    }
}
