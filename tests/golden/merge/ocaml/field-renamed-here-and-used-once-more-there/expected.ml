type user = {
  name : string;
  years : int;
}

<<<<<<< left
let older user = user.years + 1
=======
let older user = user.age + 1

let is_adult user = user.age >= 18
>>>>>>> right

let main () = print_endline "start"
