type user = {
  name : string;
  age : int;
}

let older user = user.age + 1

let main () = print_endline "start"
