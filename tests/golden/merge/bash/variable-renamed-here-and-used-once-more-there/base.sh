#!/bin/bash
DIR=/srv/app

cd "$DIR"

start() {
  echo starting
}

start
