"""The processes: coordinator, zygote, view; and the one place that wires their parts together."""
