type t = {
  name : string;
  age : int;
}

<<<<<<< left
let greet ~polite user = "Hello " ^ user.name
=======
let greet ?title user = "Hello " ^ user.name
>>>>>>> right
