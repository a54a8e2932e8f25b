def notify(timeout):
    """Wakes all waiters.

    The method returns False if nobody notifies in time.
    """
    return timeout


def wait(timeout):
    """Waits.

    If timeout is None,
    it waits for ever.
    """
    return timeout
