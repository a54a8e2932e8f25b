case "$1" in
  start)
    run_server
    ;;
  *)
    usage
    ;;
esac
