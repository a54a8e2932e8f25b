"""What pip is to install: ``requirements.txt`` and its like."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import LineForm, Profile

_PARTS: Final = (b"base", b"ci", b"common", b"dev", b"docs", b"lint", b"local", b"prod", b"test")
_NAMES: Final = tuple(
    name
    for part in (*_PARTS, b"build", b"doc", b"extra", b"optional", b"production", b"tests")
    for name in (
        b"requirements-%s.txt" % part,
        b"requirements_%s.txt" % part,
        b"%s-requirements.txt" % part,
        b"%s_requirements.txt" % part,
        b"requirements.%s.txt" % part,
    )
)

PROFILES: Final = (
    Profile(
        name="requirements",
        grammar="",
        suffixes=(),
        names=(
            *(b"requirements.txt", b"requirements.in", b"constraints.txt", b"constraints.in"),
            *(b"dev-requirements.in", b"requirements-dev.in", *_NAMES),
        ),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        lines=LineForm(
            comment=re.compile(rb"[ \t]*#"),
            # A package, whatever version and extras it has; an option with its value; a URL.
            entry=re.compile(
                rb"(?P<key>-[^\r\n#]*[^\s#\\]|[\w.-]+(?=[ \t]*(?:[=<>~!\[;@#(\\]|[\r\n]|$))|\S+)"
            ),
            pieces=re.compile(
                rb"(?P<name>[\w.-]+)[ \t]*(?P<extras>\[[^\]]*\])?[ \t]*(?P<version>[=<>!~@][^;]*?)?"
                rb"[ \t]*(?P<marker>;.*?)?[ \t]*(?P<remark>(?<=[ \t])#.*)?"
            ),
            continued=b"\\",
            hanging=True,
            folded=True,
        ),
    ),
)
