"""Who holds what: scopes that meet, the table of leases, what a save touches.

Pure: no clock, no log, no thread.  The coordinator holds the table, events make it durable.
"""
