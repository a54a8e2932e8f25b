#!/bin/bash

stop() {
  kill "$(cat pid)"
}

restart() {
  echo restarting
  stop now
}

case "$1" in
  stop) stop ;;
  *) echo usage ;;
esac
