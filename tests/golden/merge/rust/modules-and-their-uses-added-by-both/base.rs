mod chain;
use chain::Chain;

mod fuse;
use fuse::Fuse;

mod take;
use take::Take;
