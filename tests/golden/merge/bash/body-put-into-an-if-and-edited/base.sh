deploy() {
  upload "$1"
  migrate
  restart
}
