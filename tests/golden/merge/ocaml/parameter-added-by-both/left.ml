type t = {
  name : string;
  age : int;
}

let greet ~polite user = "Hello " ^ user.name
