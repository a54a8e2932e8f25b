use a::B;
use c::X;

fn f() {}
