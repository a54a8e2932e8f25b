__all__ = ["connect", "dump", "scan"]
