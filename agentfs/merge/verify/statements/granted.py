"""Traits that one side derives for a type, while the other gives them to it by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged

_LAST: Final = re.compile(rb"(\w+)\s*(?:,|\Z)")
"""The last part of each path in a list."""


def given_twice(judged: Judged) -> Iterator[Finding]:
    if judged.profile.granted is None:
        return
    granting, giving = judged.profile.granted
    found = _given(judged.result, granting) & _given(judged.result, giving)
    for text in judged.inputs if found else ():
        found -= _given(text, granting) & _given(text, giving)
    for type_, trait in sorted(found):
        what, owner = (each.decode("utf-8", "replace") for each in (trait, type_))
        reason = f"one side derives `{what}` for `{owner}`, the other gives it by hand"
        yield Finding(FindingKind.DOUBLED, what, 1, reason)


def _given(text: bytes, pattern: re.Pattern[bytes]) -> set[tuple[bytes, bytes]]:
    return {
        (each["type"], trait)
        for each in pattern.finditer(text)
        for trait in _LAST.findall(each["traits"])
    }
