"""Names that a result mentions, and that nothing in it stands for any more: one side took away or
renamed what the other mentions anew.

Only what base has, and each input that mentions it, counts: a name may be of another file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.syntax.profile import Profile


def left_undefined(
    texts: tuple[bytes, bytes, bytes], result: bytes, profile: Profile
) -> Iterator[Finding]:
    for mention, definition in profile.mentions:
        gone = _defined(texts[0], definition) - _defined(result, definition)
        if not gone:
            continue
        undefined = _undefined(result, mention, definition)
        for text in texts:
            gone -= _undefined(text, mention, definition).keys()
        for name in sorted(undefined.keys() & gone):
            what = b".".join(name).decode("utf-8", "replace")[:80]
            line = result.count(b"\n", 0, undefined[name]) + 1
            reason = f"the result mentions `{what}`, which one side took away"
            yield Finding(FindingKind.UNDEFINED, what, line, reason)


def _defined(text: bytes, definition: re.Pattern[bytes]) -> set[tuple[bytes, ...]]:
    return {each.groups() for each in definition.finditer(text)}


def _undefined(
    text: bytes, mention: re.Pattern[bytes], definition: re.Pattern[bytes]
) -> dict[tuple[bytes, ...], int]:
    """What is mentioned, but not there; and where, first."""
    mentioned: dict[tuple[bytes, ...], int] = {}
    for each in mention.finditer(text):
        mentioned.setdefault(each.groups(), each.start())
    for name in _defined(text, definition) if mentioned else ():
        mentioned.pop(name, None)
    return mentioned
