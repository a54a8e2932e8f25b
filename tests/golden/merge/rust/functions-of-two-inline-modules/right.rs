mod left {
    pub fn name() -> &'static str {
        "left"
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
