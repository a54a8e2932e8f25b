use a::B;
use b::X;

fn f() {}
