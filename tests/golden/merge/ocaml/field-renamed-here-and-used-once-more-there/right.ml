type user = {
  name : string;
  age : int;
}

let older user = user.age + 1

let is_adult user = user.age >= 18

let main () = print_endline "start"
