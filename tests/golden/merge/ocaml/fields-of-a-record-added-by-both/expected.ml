type t = {
  name : string;
  age : int;
  email : string;
  admin : bool;
}

let greet user = "Hello " ^ user.name
