"""Frozen values and errors that every layer shares.  Knows no library but msgspec."""
