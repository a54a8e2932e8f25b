"""A function that one side made asynchronous, while the other said what it gives back.

``async`` here and ``: User`` there: what it gives back now is a ``Promise<User>``.
"""

from __future__ import annotations

from collections.abc import Sequence

from agentfs.merge.structured.trees.tree import Node

_RESULT = "return_type"
"""The field that grammars have for it."""


def promises_otherwise(parents: Sequence[Node]) -> bool:
    base, left, right = parents
    for word, fitting in base.source.profile.promising.items():
        if _has(base, word):
            continue
        for one, other in ((left, right), (right, left)):
            result = _result(other)
            said = bool(result) and _result(base) == _result(one) != result
            if said and _has(one, word) and not fitting.search(result):
                return True
    return False


def _has(node: Node, word: bytes) -> bool:
    return any(child.text == word for child in node.children)


def _result(node: Node) -> bytes:
    return next((child.text for child in node.children if child.role == _RESULT), b"")
