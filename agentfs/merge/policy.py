"""How a path is to be merged: what the attributes of its repository ask for, as a value."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from agentfs.merge.markers import MARKER_SIZE

ATTRIBUTES: Final = (b"merge", b"conflict-marker-size")
"""What `policy_of` is made from."""
ENGINE: Final = "agentfs"
"""The driver's name by which git's settings call this engine."""
_NUMBER: Final = re.compile(rb"\s*\+?(\d{1,9})")


class Way(enum.Enum):
    ENGINE = "engine"
    """By syntax, as `merge3` does it: where nothing else is said."""
    LINES = "lines"
    """By lines, as git does: ``merge`` and ``merge=text``."""
    UNION = "union"
    """Where both changed lines, the lines of both: ``merge=union``."""
    BINARY = "binary"
    """Not at all; two changes are a conflict of the whole file: ``-merge``, ``binary``."""
    DRIVER = "driver"
    """By a program of the user's: ``merge=NAME``."""


@dataclass(frozen=True, slots=True)
class MergePolicy:
    way: Way = Way.ENGINE
    driver: str = ""
    """The driver's name, if `way` is DRIVER."""
    command: str = ""
    """What git would hand to a shell for it, with ``%O %A %B`` and so on still in it."""
    marker_size: int = MARKER_SIZE


def policy_of(
    attributes: Mapping[bytes, bytes | bool | None],
    drivers: Mapping[str, str],
    *,
    default: str = "",
) -> MergePolicy:
    """`attributes` has those of ATTRIBUTES; `drivers` the commands of git's settings
    ``merge.NAME.driver``; `default` is ``merge.default``.

    As in git, a driver of the user's may have the name of a built-in one.  A driver that is
    named and not configured is none: the path is merged as if nothing were said.
    """
    size = _marker_size(attributes.get(b"conflict-marker-size"))
    asked = attributes.get(b"merge")
    if asked is True:
        return MergePolicy(Way.LINES, marker_size=size)
    if asked is False:
        return MergePolicy(Way.BINARY, marker_size=size)
    driver = default if asked is None else asked.decode("utf-8", "surrogateescape")
    command = drivers.get(driver, "")
    if command and driver != ENGINE:
        return MergePolicy(Way.DRIVER, driver, command, size)
    return MergePolicy(_BUILT_IN.get(driver, Way.ENGINE), marker_size=size)


_BUILT_IN: Final = {"text": Way.LINES, "union": Way.UNION, "binary": Way.BINARY}


def _marker_size(value: bytes | bool | None) -> int:
    found = _NUMBER.match(value) if isinstance(value, bytes) else None
    return int(found[1]) or MARKER_SIZE if found else MARKER_SIZE
