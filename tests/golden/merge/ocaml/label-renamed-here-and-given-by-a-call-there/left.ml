let connect ~address port = Net.dial address port

let close conn = Net.close conn

let main () =
  print_endline "start"
