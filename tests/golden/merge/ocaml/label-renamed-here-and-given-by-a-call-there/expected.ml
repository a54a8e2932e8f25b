<<<<<<< left
let connect ~address port = Net.dial address port

let close conn = Net.close conn

let main () =
  print_endline "start"
=======
let connect ~host port = Net.dial host port

let close conn = Net.close conn

let main () =
  print_endline "start";
  close (connect ~host:"db" 80)
>>>>>>> right
