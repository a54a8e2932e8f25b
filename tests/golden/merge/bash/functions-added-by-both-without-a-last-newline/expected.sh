#!/usr/bin/env bash
set -euo pipefail

build() {
  make all
}

clean() {
  rm -rf out
}

check() {
  make test
}