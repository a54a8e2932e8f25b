/// A store of things.
///
/// It is safe to share.
///
<<<<<<< left
/// [`Item`]: crate::Item
#[non_exhaustive]
=======
/// # Panics
///
/// Never.
>>>>>>> right
#[derive(Debug)]
pub struct Store {
    items: Vec<Item>,
}
