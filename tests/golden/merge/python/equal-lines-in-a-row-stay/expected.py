def pulse(pin):
    pin.high(2)
    sleep(1)
    sleep(1)
    sleep(1)
    pin.low(2)
    sleep(1)
    sleep(1)


def flash(pin):
    pulse(pin)
    pulse(pin)
    pulse(pin)


def blink(pin):
    pulse(pin)
    pulse(pin)
