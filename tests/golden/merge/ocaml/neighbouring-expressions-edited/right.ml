let log level text = Printf.eprintf "[%s] %s\n" level text

let run config =
  let server = start config in
  log "info" "listening";
  wait server
