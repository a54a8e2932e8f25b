<<<<<<< left
let log level text = Printf.eprintf "[%s] %s\n%!" level text
=======
let log level text = Printf.eprintf "%s: %s\n" level text
>>>>>>> right

let run config =
  let server = start config in
  log "info" "ready";
  wait server
