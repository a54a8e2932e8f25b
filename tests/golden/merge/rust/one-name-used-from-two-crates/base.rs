use a::B;

fn f() {}
