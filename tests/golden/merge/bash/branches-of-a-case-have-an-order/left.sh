case "$1" in
  start)
    run_server
    ;;
  stop)
    stop_server
    ;;
  *)
    usage
    ;;
esac
