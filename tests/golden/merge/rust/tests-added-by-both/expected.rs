#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds() {
        assert_eq!(add(1, 2), 3);
    }

    #[test]
    fn adds_zero() {
        assert_eq!(add(1, 0), 1);
    }

    #[test]
    #[should_panic]
    fn overflows() {
        add(i32::MAX, 1);
    }
}
