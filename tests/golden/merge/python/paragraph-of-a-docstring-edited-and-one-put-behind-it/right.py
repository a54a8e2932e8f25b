def notify(timeout):
    """Wakes all waiters.

    The method raises TimeoutError if nobody notifies
    before the deadline.

    .. versionchanged:: 5.0
       It no longer blocks.
    """
    return timeout


def wait(timeout):
    """Waits.

    Without a timeout,
    it gives up at once.
    """
    return timeout
