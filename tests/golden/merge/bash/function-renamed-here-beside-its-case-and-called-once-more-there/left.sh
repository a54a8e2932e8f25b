#!/bin/bash

halt() {
  kill "$(cat pid)"
}

restart() {
  echo restarting
}

case "$1" in
  stop) halt ;;
  *) echo usage ;;
esac
