#!/bin/bash
log() {
  echo "$(date) $*"
}

log start
make all
log done
