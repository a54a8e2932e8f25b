"""Judging a result that someone made: a person, a program, another engine."""

from __future__ import annotations

from agentfs.merge.verify import Finding, verify
from agentfs.syntax.profile import Profile

__all__ = ["Finding", "findings"]


def findings(
    base: bytes, left: bytes, right: bytes, result: bytes, language: Profile | None
) -> list[Finding]:
    """What cannot be accounted for, by line.  Without a language, of words only."""
    found = verify(base, left, right, result, language)
    return sorted(found, key=lambda finding: finding.line)
