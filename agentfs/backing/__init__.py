"""The native side of a view: working copies, private files, and what /proc knows of processes.

The engine is the operating system; errors are OSErrors, as it raises them.
"""
