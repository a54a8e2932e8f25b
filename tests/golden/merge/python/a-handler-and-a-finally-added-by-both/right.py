try:
    run()
except ValueError:
    report()
finally:
    close()

try:
    stop()
except OSError:
    report()
except LookupError:
    again()
