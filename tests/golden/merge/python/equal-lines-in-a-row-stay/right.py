def pulse(pin):
    pin.high()
    sleep(1)
    sleep(1)
    sleep(1)
    pin.low(2)
    sleep(1)
    sleep(1)


def blink(pin):
    pulse(pin)
    pulse(pin)
