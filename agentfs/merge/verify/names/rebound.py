"""Names that one side newly gives a value, while the other newly defines a function or type of it.

``load = cached(raw)`` here and ``def load`` there are two things of one name, and whichever comes
later is the only one.  Looked for where lines begin: at the top of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged

_NAME: Final = rb"([A-Za-z_$][\w$]*(?:[.:][\w$]+)*)"
_VALUE: Final = re.compile(
    rb"(?:(?:export|const|let|var|local|val|static|public|private)[ \t]+)*"
    + _NAME
    + rb"[ \t]*=(?![=>])"
)
_DEFINITION: Final = re.compile(
    rb"(?:(?:export|default|async|local|pub|public|private|static|abstract|final)[ \t]+)*"
    rb"(?:def|class|function\*?|fn|func|fun|struct)[ \t]+" + _NAME
)


def defined_otherwise(judged: Judged) -> Iterator[Finding]:
    if not judged.profile.definitions:
        return
    (given, given_other), (defined, defined_other) = (
        [
            {match[1] for line in each.more if (match := pattern.match(line))}
            for each in judged.changed
        ]
        for pattern in (_VALUE, _DEFINITION)
    )
    both = (given & given_other) | (defined & defined_other)
    for name in sorted(((given & defined_other) | (given_other & defined)) - both):
        if row := _row(name, judged.result):
            what = name.decode("utf-8", "replace")
            reason = f"one side gives `{what}` a value, the other defines it"
            yield Finding(FindingKind.DOUBLED, what, row, reason)


def _row(name: bytes, result: bytes) -> int:
    """Where the result defines it, from 1; 0 if it does not, or gives it no value."""
    lines = result.split(b"\n")
    if not any((found := _VALUE.match(line)) and found[1] == name for line in lines):
        return 0
    rows = enumerate(lines, 1)
    return next(
        (row for row, line in rows if (found := _DEFINITION.match(line)) and found[1] == name), 0
    )
