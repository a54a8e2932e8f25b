use a::B;
<<<<<<< left
use b::X;
=======
use c::X;
>>>>>>> right

fn f() {}
