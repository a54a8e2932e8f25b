/// A store of things.
///
/// It is safe to share.
///
/// # Panics
///
/// Never.
#[derive(Debug)]
pub struct Store {
    items: Vec<Item>,
}
