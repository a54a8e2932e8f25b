"""Things that a result states twice in one place, and no input does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from tree_sitter import Tree

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.texts import MARK, lines_of
from agentfs.merge.verify.things import Key, Place, place_of, stated, stated_in, things
from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.profile import Profile

HEAD: Final = 4
"""Rows, from the first, of which one has changed if what begins there was stated anew."""

_Thing = tuple[Place, Key]


def doubled(
    texts: tuple[bytes, bytes, bytes], result: bytes, tree: Tree, profile: Profile
) -> Iterator[Finding]:
    """The inputs are parsed only if something looks doubled."""
    fresh = _fresh_rows(texts[0], result)
    suspects = _repeated(tree, profile, fresh, result) if fresh else {}
    if not suspects:
        return
    wanted = {key for _, key in suspects}
    known = [_most(parse_tree(profile.grammar, text), profile, wanted) for text in texts]
    told: set[bytes] = set()
    for thing, (row, count) in suspects.items():
        # What an input states twice may be stated twice: a property and its setter.
        text = thing[1].text
        if max(most[thing] for most in known) < 2 and text not in told:
            told.add(text)
            what = text.decode("utf-8", "replace")[:80]
            reason = f"the result states `{what}` {count} times in one place, no input does"
            yield Finding(FindingKind.DOUBLED, what, row + 1, reason)


def _repeated(
    tree: Tree, profile: Profile, fresh: set[int], result: bytes
) -> dict[_Thing, tuple[int, int]]:
    """What is stated on a fresh row and more than once in its parent: the last row, and how
    often."""
    suspects: dict[_Thing, tuple[int, int]] = {}
    counts: dict[int, Counter[Key]] = {}
    for node in things(tree, profile, fresh):
        first, last = node.start_point.row, node.end_point.row
        if not any(row in fresh for row in range(first, min(last + 1, first + HEAD))):
            continue
        for key, parent in stated(node, profile):
            if result.count(key.word) < 2:
                continue
            if parent.id not in counts:
                counts[parent.id] = stated_in(parent, profile)
            if (count := counts[parent.id][key]) > 1:
                suspects[place_of(parent, profile), key] = (first, count)
    return suspects


def _most(tree: Tree, profile: Profile, wanted: set[Key]) -> Counter[_Thing]:
    """How often each of these is stated in one parent, at most."""
    most: Counter[_Thing] = Counter()
    asked: set[int] = set()
    for node in things(tree, profile):
        for key, parent in stated(node, profile):
            if key not in wanted or parent.id in asked:
                continue
            asked.add(parent.id)
            place = place_of(parent, profile)
            for each, count in stated_in(parent, profile).items():
                most[place, each] = max(most[place, each], count)
    return most


def _fresh_rows(base: bytes, result: bytes) -> set[int]:
    """Rows of the result, from 0, of lines that are there more often than in base."""
    more = Counter(lines_of(result))
    more.subtract(lines_of(base))
    fresh = {line for line, count in more.items() if count > 0}
    if not fresh:
        return set()
    rows = result.removeprefix(MARK).split(b"\n")
    return {row for row, line in enumerate(rows) if line.strip() in fresh}
