mod chain;
use chain::Chain;

mod fuse;
use fuse::Fuse;

mod once;
pub use once::{once, Once};

mod take;
use take::Take;
