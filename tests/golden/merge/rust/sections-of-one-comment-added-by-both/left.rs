/// A store of things.
///
/// It is safe to share.
///
/// [`Item`]: crate::Item
#[non_exhaustive]
#[derive(Debug)]
pub struct Store {
    items: Vec<Item>,
}
