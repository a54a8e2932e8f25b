case "$1" in
  start)
    run_server
    ;;
<<<<<<< left
  stop)
    stop_server
=======
  st*)
    show_status
>>>>>>> right
    ;;
  *)
    usage
    ;;
esac
