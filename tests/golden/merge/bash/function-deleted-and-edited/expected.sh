#!/bin/sh
start() {
  echo "starting"
  exec server
}

<<<<<<< left
=======
stop() {
  kill -TERM "$(cat server.pid)"
}

>>>>>>> right
status() {
  ps aux | grep server
}
