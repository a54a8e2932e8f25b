def mean(values):
    """The mean."""
    total = math.fsum(values)
    return total / len(values)
