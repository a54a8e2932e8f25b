def mean(values):
    """The arithmetic mean of some numbers."""
    total = sum(values)
    return total / len(values)
