#!/bin/bash
<<<<<<< left
echo start
make all
echo done
=======
log() {
  echo "$(date) $*"
}

log start
make all
log done
>>>>>>> right
