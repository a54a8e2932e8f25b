#!/bin/bash

halt() {
  kill "$(cat pid)"
}

restart() {
  echo restarting
<<<<<<< left
}

case "$1" in
  stop) halt ;;
=======
  stop now
}

case "$1" in
  stop) stop ;;
>>>>>>> right
  *) echo usage ;;
esac
