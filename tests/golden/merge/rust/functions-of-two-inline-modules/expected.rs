mod left {
    pub fn name() -> &'static str {
        "left"
    }

    pub fn sign() -> i32 {
        -1
    }
}

mod right {
    pub fn name() -> &'static str {
        "right"
    }

    pub fn sign() -> i32 {
        1
    }
}
