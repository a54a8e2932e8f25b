#!/usr/bin/env bash
set -euo pipefail

build() {
  make all
}