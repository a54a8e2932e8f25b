type t = {
  name : string;
  age : int;
}

let greet ?title user = "Hello " ^ user.name
