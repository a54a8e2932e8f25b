#!/bin/bash
APP_DIR=/srv/app

cd "$APP_DIR"

start() {
  echo starting
}

start
