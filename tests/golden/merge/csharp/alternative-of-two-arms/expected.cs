class A {
    int Weight(int code) {
        return code switch {
<<<<<<< left
            3 or 5 => 30,
            4 => 40,
=======
            3 => 30,
            4 or 5 => 40,
>>>>>>> right
            _ => 0,
        };
    }
}
