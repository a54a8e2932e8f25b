let connect ~host port = Net.dial host port

let close conn = Net.close conn

let main () =
  print_endline "start"
