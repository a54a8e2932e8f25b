deploy() {
  upload "$1"
  migrate --all
  restart
}
