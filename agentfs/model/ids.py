"""Identifiers, each a type of its own so that the type checker keeps them apart.

Ids of git objects are 40 lower-case hex digits.  A `RepoPath` is bytes, as git and the
kernel have it: components joined by ``/``, no slash at either end, the root is ``b""``.
"""

from __future__ import annotations

import re
from typing import Final, NewType

from agentfs.model.errors import AgentfsError

AgentName = NewType("AgentName", str)
BlobId = NewType("BlobId", str)
TreeId = NewType("TreeId", str)
CommitId = NewType("CommitId", str)
RepoPath = NewType("RepoPath", bytes)
Seq = NewType("Seq", int)
"""Number of an event in the log: 1, 2, 3, … without gaps.  0 stands before the first."""
ConflictId = NewType("ConflictId", int)
SessionId = NewType("SessionId", str)
"""One life of a view process; a view that is mounted again gets a new one."""

ROOT: Final = RepoPath(b"")
_AGENT_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


class BadAgentName(AgentfsError):
    """The user's: a name that no agent can have."""

    code = "bad-agent-name"


def agent_name(text: str) -> AgentName:
    """Check and convert.  Raises BadAgentName."""
    if not _AGENT_NAME.fullmatch(text):
        raise BadAgentName(
            f"{text!r} is not an agent name",
            hint="use 1 to 64 of a-z 0-9 . _ - and begin with a letter or digit",
        )
    return AgentName(text)
