"""What `publish` and `recover` stand on: git objects from events, the entry in the log, the
commit's message, and keeping the trunk's ref where the log says."""
