class A {
    int Weight(int code) {
        return code switch {
            3 or 5 => 30,
            4 => 40,
            _ => 0,
        };
    }
}
