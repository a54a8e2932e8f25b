import os


# Runs what waits.
def run(context):
    """Does nothing yet."""
    start(context)
    return context
