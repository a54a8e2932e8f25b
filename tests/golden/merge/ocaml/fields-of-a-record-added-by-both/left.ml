type t = {
  name : string;
  age : int;
  email : string;
}

let greet user = "Hello " ^ user.name
