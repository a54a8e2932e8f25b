def notify(timeout):
    """Wakes all waiters.

    The method returns False if nobody notifies in time.

    .. versionchanged:: 5.0
       It no longer blocks.
    """
    return timeout


def wait(timeout):
    """Waits.

<<<<<<< left
    If timeout is None,
    it waits for ever.
=======
    Without a timeout,
    it gives up at once.
>>>>>>> right
    """
    return timeout
