/// A store of things.
///
/// It is safe to share.
#[derive(Debug)]
pub struct Store {
    items: Vec<Item>,
}
