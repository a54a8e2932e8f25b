"""Java's properties, and files of environment variables."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import LineForm, Profile

PROFILES: Final = (
    Profile(
        name="properties",
        grammar="",
        suffixes=(b".properties", b".env"),
        names=(b".env",),
        stems=(b".env",),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        mentions=(
            (
                re.compile(rb"\$\{?([\w.-]*\w)"),
                re.compile(rb"(?m)^[ \t]*(?:export[ \t]+)?([\w.-]*\w)(?=[ \t]*[:=])"),
            ),
        ),
        lines=LineForm(
            comment=re.compile(rb"[ \t]*[#!]"),
            entry=re.compile(rb"[ \t]*(?:export[ \t]+)?(?P<key>(?:\\.|[^\s:=\\])+)"),
            escapes=re.compile(rb"\\(?:u([0-9a-fA-F]{4})|(?P<char>[ :=#!\\]))"),
            continued=b"\\",
            pieces=re.compile(
                rb"(?P<export>export(?=[ \t]))?[ \t]*(?P<key>(?:\\.|[^\s:=\\])+)"
                rb"[ \t]*(?P<sign>[:=])[ \t]*(?P<value>.*)"
            ),
        ),
    ),
)
