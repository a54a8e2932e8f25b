#!/bin/bash
APP_DIR=/srv/app

<<<<<<< left
cd "$APP_DIR"

start() {
  echo starting
=======
cd "$DIR"

start() {
  echo starting
  ls "$DIR"
>>>>>>> right
}

start
