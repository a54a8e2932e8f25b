type user = {
  name : string;
  years : int;
}

let older user = user.years + 1

let main () = print_endline "start"
