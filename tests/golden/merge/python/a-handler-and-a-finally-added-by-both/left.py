try:
    run()
except ValueError:
    report()
except KeyError:
    skip()

try:
    stop()
except OSError:
    report()
except KeyError:
    skip()
