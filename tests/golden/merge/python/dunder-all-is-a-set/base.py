__all__ = ["connect", "dump"]
