def mean(values):
    """The mean."""
    total = sum(values)
    return total / len(values)
