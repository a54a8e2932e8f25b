try:
    run()
except ValueError:
    report()
except KeyError:
    skip()
finally:
    close()

try:
    stop()
except OSError:
    report()
<<<<<<< left
except KeyError:
    skip()
=======
except LookupError:
    again()
>>>>>>> right
