let log level text = Printf.eprintf "[%s] %s\n" level text

let run config =
  let server = start ~port:80 config in
  log "info" "ready";
  wait server
