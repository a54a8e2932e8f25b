"""AgentfsError over the wire: to a `Failure`, and back to the error it was.

The code travels, the class does not: a client compares `code`.
"""

from __future__ import annotations

from agentfs.model.errors import AgentfsError
from agentfs.wire.messages import Failure


class RemoteError(AgentfsError):
    """An error that the coordinator raised; `code` is that error's code."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message, hint=failure.hint)
        self.code = failure.code


def to_failure(error: AgentfsError) -> Failure:
    return Failure(code=error.code, message=error.message, hint=error.hint)
