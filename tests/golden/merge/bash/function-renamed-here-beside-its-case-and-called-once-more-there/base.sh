#!/bin/bash

stop() {
  kill "$(cat pid)"
}

restart() {
  echo restarting
}

case "$1" in
  stop) stop ;;
  *) echo usage ;;
esac
