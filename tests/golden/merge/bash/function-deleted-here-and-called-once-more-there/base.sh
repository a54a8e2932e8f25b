#!/bin/bash
log() {
  echo "$(date) $*"
}

log start
make all
echo done
