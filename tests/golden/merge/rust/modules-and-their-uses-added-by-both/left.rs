mod chain;
use chain::Chain;

mod fuse;
use fuse::Fuse;

mod merge;
use merge::Merge;

mod take;
use take::Take;
