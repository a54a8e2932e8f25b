#!/bin/sh
start() {
  echo "starting"
  exec server
}

stop() {
  kill -TERM "$(cat server.pid)"
}

status() {
  ps aux | grep server
}
