"""What the swarm and its programs say to each other, one JSON value a line."""

from __future__ import annotations

import enum

import msgspec


class Tool(enum.Enum):
    PYTHON = "python"
    SED = "sed -i"
    VIM = "vim -es"
    PATCH = "git apply"
    COPY = "cp"
    REDIRECT = "shell >"
    APPEND = "shell >>"
    MOVE = "mv"


class Shape(enum.Enum):
    """What an edit does to the text.  All of them leave what others did where it is."""

    ABOVE = "above"
    """A comment above the landmark."""
    BELOW = "below"
    """A new function (elsewhere: a line) below the landmark."""
    ON = "on"
    """A comment at the end of the landmark's own line."""
    END = "end"
    """A line at the file's end."""
    RENAME = "rename"


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """One edit, as planned.  Paths are relative to the view's root."""

    agent: str
    number: int
    tool: Tool
    shape: Shape
    path: str
    marker: str
    """A word that is nowhere else in the repository; every accepted edit leaves it in the
    file's text, or in its name."""
    opening: str = ""
    """The landmark's; empty for those edits that need none."""
    target: str = ""
    """Where it is renamed to, or what a file that is not there yet is a copy of."""
    early: bool = False
    """Made from what the file (the one it is a copy of) held before anyone began."""
    hold: float = 0.0
    """Seconds between reading and writing."""
    pause: float = 0.0
    """Seconds to think, after it."""
    contested: bool = False
    """Another agent edits what this one renames."""


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What an agent's program is told when it starts."""

    agent: str
    view: str
    scratch: str
    """A folder of its own, outside of the view."""
    edits: tuple[Edit, ...]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an edit."""

    edit: Edit
    error: str
    """Empty if it was accepted: the tool ended with status 0."""
    began_ns: int
    ended_ns: int

    @property
    def accepted(self) -> bool:
        return not self.error


class Watched(msgspec.Struct, frozen=True):
    """Something that the observer is to look for."""

    path: str
    marker: str


class Seen(msgspec.Struct, frozen=True):
    marker: str
    at_ns: int


class ScannedFile(msgspec.Struct, frozen=True):
    """A file as a tree of git would have it."""

    path: str
    mode: str
    blob: str


class Agent(msgspec.Struct, frozen=True):
    name: str
    view: str
