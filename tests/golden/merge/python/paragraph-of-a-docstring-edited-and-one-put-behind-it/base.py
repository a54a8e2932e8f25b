def notify(timeout):
    """Wakes all waiters.

    The method raises TimeoutError if nobody notifies
    before the deadline.
    """
    return timeout


def wait(timeout):
    """Waits.

    Without a timeout,
    it waits for ever.
    """
    return timeout
