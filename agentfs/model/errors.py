"""The root of all errors that a user may see.

A subclass stands beside the code that raises it, one for each meaning.  `code` is what
the tables at the edges (errno, exit status, wire) look up; the text says what happened to
what, `hint` what to do next.
"""

from __future__ import annotations


class AgentfsError(Exception):
    """Base class.  `code` names the meaning and is stable across releases."""

    code = "internal"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message
