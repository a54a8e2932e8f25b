"""The read door: what commands and views ask of the log.  Changes nothing.

Functions take the `Tables` of one snapshot, so that one answer is of one moment.
"""

from agentfs.query.conflicts import NoSuchConflict, conflict_json, list_conflicts, one_conflict
from agentfs.query.contents import BlobStore, Contents
from agentfs.query.history import event_json, history, summary
from agentfs.query.status import Status, read_status

__all__ = [
    "BlobStore",
    "Contents",
    "NoSuchConflict",
    "Status",
    "conflict_json",
    "event_json",
    "history",
    "list_conflicts",
    "one_conflict",
    "read_status",
    "summary",
]
