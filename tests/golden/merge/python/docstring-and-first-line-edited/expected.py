def mean(values):
    """The arithmetic mean of some numbers."""
    total = math.fsum(values)
    return total / len(values)
