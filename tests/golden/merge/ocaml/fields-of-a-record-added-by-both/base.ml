type t = {
  name : string;
  age : int;
}

let greet user = "Hello " ^ user.name
