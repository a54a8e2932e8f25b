type t = {
  name : string;
  age : int;
  admin : bool;
}

let greet user = "Hello " ^ user.name
