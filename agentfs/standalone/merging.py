"""One merge of three texts as a policy asks for it."""

from __future__ import annotations

from typing import Final

from agentfs.merge.lines import merge_lines
from agentfs.merge.merge3 import merge3
from agentfs.merge.policy import MergePolicy, Way
from agentfs.merge.union import merge_union
from agentfs.merge.values import MergeResult
from agentfs.model.errors import AgentfsError
from agentfs.syntax.profile import Profile

_LOOKED_AT: Final = 8000
"""Bytes in which git looks for a NUL."""


class NotMergeable(AgentfsError):
    """The user's: contents that have no lines, or that are said to have none."""

    code = "not-mergeable"


def is_binary(text: bytes) -> bool:
    """As git decides it."""
    return b"\0" in text[:_LOOKED_AT]


def merged(
    base: bytes, left: bytes, right: bytes, policy: MergePolicy, language: Profile | None
) -> MergeResult:
    """Any way but DRIVER, which is a program's business.

    Raises NotMergeable, and GrammarMissing if the installation is broken.
    """
    assert policy.way is not Way.DRIVER
    trivial = left in (base, right) or right == base
    if not trivial and (policy.way is Way.BINARY or any(map(is_binary, (base, left, right)))):
        raise NotMergeable("both sides changed a binary file", hint="take one of them")
    if policy.way is Way.UNION:
        result = merge_union(base, left, right)
    elif policy.way is Way.LINES:
        result = merge_lines(base, left, right)
    else:
        result = merge3(base, left, right, language)
    if any(b"\0" in side for clash in result.clashes for side in (clash.left, clash.right)):
        raise NotMergeable("both sides changed a binary file", hint="take one of them")
    return result
