"""The folder `.agentfs` in the root of a view: all of locks for who has only file I/O.

Adapter, beside `fuse`: turns reads and writes of a few made-up files into questions to the
log and requests to the coordinator.  Holds no rule.
"""
