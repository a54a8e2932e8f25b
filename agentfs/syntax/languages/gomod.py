"""Go's module files, which have no syntax but lines: ``go.mod``, ``go.work`` and ``go.sum``."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import LineForm, Profile

_LISTS: Final = rb"require|replace|exclude|retract|use|tool|ignore|godebug"

PROFILES: Final = (
    Profile(
        name="gomod",
        grammar="",
        suffixes=(),
        names=(b"go.mod", b"go.work"),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        lines=LineForm(
            comment=re.compile(rb"[ \t]*//"),
            # Of an excluded module there may be many versions.
            entry=re.compile(
                rb"[ \t]*(?P<key>exclude[ \t]+[^\s()]+[ \t]+\S+"
                rb"|(?:(?:" + _LISTS + rb")[ \t]+)?[^\s()]+)"
            ),
            pieces=re.compile(
                rb"(?P<verb>(?:require|exclude)(?=[ \t]))?[ \t]*(?P<module>[^\s()]+)[ \t]+"
                rb"(?P<version>v\d\S*)[ \t]*(?P<remark>//.*)?"
            ),
            section=re.compile(rb"(?P<key>" + _LISTS + rb")[ \t]*\("),
            section_end=re.compile(rb"[ \t]*\)"),
        ),
    ),
    Profile(
        name="gosum",
        grammar="",
        suffixes=(),
        names=(b"go.sum", b"go.work.sum"),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        lines=LineForm(
            comment=re.compile(rb"[ \t]*//"), entry=re.compile(rb"(?P<key>\S+[ \t]+\S+)[ \t]+h1:")
        ),
    ),
)
