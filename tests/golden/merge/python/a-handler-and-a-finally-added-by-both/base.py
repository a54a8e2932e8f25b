try:
    run()
except ValueError:
    report()

try:
    stop()
except OSError:
    report()
