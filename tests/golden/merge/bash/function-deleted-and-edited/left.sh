#!/bin/sh
start() {
  echo "starting"
  exec server
}

status() {
  ps aux | grep server
}
