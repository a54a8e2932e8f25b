__all__ = ["connect", "dump", "load"]
