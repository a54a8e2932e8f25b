#!/bin/sh
start() {
  echo "starting"
  exec server
}

stop() {
  kill "$(cat server.pid)"
}

status() {
  ps aux | grep -c server
}
