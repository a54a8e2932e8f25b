def pulse(pin):
    pin.high()
    sleep(1)
    sleep(1)
    sleep(1)
    pin.low()
    sleep(1)
    sleep(1)
