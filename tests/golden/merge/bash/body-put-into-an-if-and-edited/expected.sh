deploy() {
  if confirm "$1"; then
    upload "$1"
    migrate --all
    restart
  fi
}
