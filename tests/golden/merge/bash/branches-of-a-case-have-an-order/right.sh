case "$1" in
  start)
    run_server
    ;;
  st*)
    show_status
    ;;
  *)
    usage
    ;;
esac
