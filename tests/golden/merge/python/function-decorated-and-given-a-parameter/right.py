import os


# Runs what waits.
def run(context, now):
    """Does nothing yet."""
    start(context)
    return context
