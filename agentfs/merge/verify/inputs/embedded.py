"""Texts of other languages in a result, beside what they were: the scripts of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node, Tree

from agentfs.merge.verify.inputs.judged import Judged
from agentfs.model.ids import RepoPath
from agentfs.syntax.embedded import suffix_of
from agentfs.syntax.grammars import nodes_of
from agentfs.syntax.languages import language_of
from agentfs.syntax.profile import Profile


@dataclass(frozen=True)
class Held:
    """One text, in all four versions."""

    judged: Judged
    row: int
    """Of the page, where the result's begins."""


def held_in(judged: Judged) -> Iterator[Held]:
    """Those that both sides changed.  If not all versions have equally many, nobody knows which
    is which, and there is none."""
    if not judged.profile.embedded:
        return
    merged = list(_embedded(judged.stated.tree, judged.profile))
    if not merged:
        return
    found = [*(list(_embedded(each.tree, judged.profile)) for each in judged.known), merged]
    if len({*map(len, found)}) > 1:
        return
    for four in zip(*found, strict=True):
        suffix = four[-1][0]
        if {each[0] for each in four} != {suffix}:
            continue
        language = language_of(RepoPath(b"embedded" + suffix), b"")
        base, left, right, result = (node.text or b"" for _, node in four)
        if language is not None and base not in (left, right):
            held = Judged((base, left, right), result, language)
            yield Held(held, four[-1][1].start_point.row)


def _embedded(tree: Tree, profile: Profile) -> Iterator[tuple[bytes, Node]]:
    end = 0
    for node in nodes_of(tree, frozenset(profile.embedded)):
        if node.start_byte >= end and (suffix := suffix_of(node, profile)):
            yield suffix, node
            end = node.end_byte
