"""Things that a result states twice in one place, and no input does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tree_sitter import Node

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.texts import MARK, lines_of
from agentfs.merge.verify.inputs.things import Address, Key, Location, Things
from agentfs.merge.verify.statements.parts import overridden

HEAD: Final = 4
"""Rows, from the first, of which one has changed if what begins there was stated anew."""
MANY: Final = 30
"""Words; where more are looked for, all rows are looked at."""

_Thing = tuple[Address, Key]


def doubled(judged: Judged) -> Iterator[Finding]:
    """The inputs are parsed only if something looks doubled."""
    fresh = _fresh_rows(judged.inputs[0], judged.result)
    if not fresh:
        return
    yield from overridden(judged, fresh)
    suspects = _repeated(judged.stated, fresh, judged.inputs)
    if not suspects:
        return
    # Where there are escapes, a key may be written without any of its words.
    escaped = any(map(_has_escapes, (judged.stated, *judged.known)))
    words = {b""} if escaped else {key.word for _, key in suspects}
    known = [_most(things, _rows_with(words, things.text)) for things in judged.known]
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
    things: Things, fresh: set[int], texts: tuple[bytes, bytes, bytes]
) -> dict[_Thing, tuple[int, int]]:
    """What is stated on a fresh row and more than once in its parent: the last row, and how
    often."""
    lowered = things.text.lower()
    near = {row - above for row in fresh for above in range(HEAD)}
    escaped = _has_escapes(things)
    parents = {
        each.parent.node.id: each.parent
        for location in things.locations(sorted(fresh))
        if location.node.start_point.row in near
        for each in things.stated(location)
        if escaped or _is_twice(each.key.word.lower(), each.parent.node, lowered)
    }
    # What is wrapped is below its wrapper and below the list that this is in.
    below = {
        location.node.id: location for each in parents.values() for location in things.below(each)
    }
    return {
        thing: (max(rows), len(rows))
        for thing, rows in _places(things, below.values(), texts).items()
        if len(rows) > 1 and not near.isdisjoint(rows)
    }


def _has_escapes(things: Things) -> bool:
    escapes = things.profile.escapes
    return escapes is not None and escapes.search(things.text) is not None


def _is_twice(word: bytes, parent: Node, lowered: bytes) -> bool:
    """Whether a parent has a word twice, whatever it means there, and whatever its case."""
    return lowered.count(word, parent.start_byte, parent.end_byte) > 1


def _most(things: Things, rows: list[int] | None) -> Counter[_Thing]:
    """How often each thing that is on one of the rows is stated in one parent, at most."""
    return Counter(
        {thing: len(found) for thing, found in _places(things, things.locations(rows)).items()}
    )


def _places(
    things: Things, locations: Iterable[Location], texts: tuple[bytes, ...] = ()
) -> dict[_Thing, list[int]]:
    """The rows where each thing is stated, in that parent that states it most often, if one of
    `texts` does not have all of that word for word."""
    found: dict[tuple[int, Key], list[Node]] = {}
    parents: dict[int, Location] = {}
    for location in locations:
        for each in things.stated(location):
            parent = each.parent.node.id
            parents[parent] = each.parent
            found.setdefault((parent, each.key), []).append(location.node)
    most: dict[_Thing, list[int]] = {}
    for (parent, key), nodes in found.items():
        if len(nodes) > 1 and not _is_quoted(things.text, nodes, texts):
            thing = things.address(parents[parent]), key
            rows = [node.start_point.row for node in nodes]
            most[thing] = max(rows, most.get(thing, []), key=len)
    return most


def _is_quoted(text: bytes, nodes: Sequence[Node], texts: tuple[bytes, ...]) -> bool:
    """Whether a text has all from the first of the nodes to the last: then it is not the merge
    that brought them together, however differently the two texts are parsed."""
    start, end = min(node.start_byte for node in nodes), max(node.end_byte for node in nodes)
    return any(text[start:end] in each for each in texts)


def _rows_with(words: set[bytes], text: bytes) -> list[int] | None:
    """Rows with one of the words, in order; None: any row."""
    if len(words) > MANY or b"" in words:
        return None
    pattern = re.compile(b"|".join(map(re.escape, words)), re.IGNORECASE)
    return [row for row, line in enumerate(text.split(b"\n")) if pattern.search(line)]


def _fresh_rows(base: bytes, result: bytes) -> set[int]:
    """Rows of the result, from 0, of lines that are there more often than in base."""
    more = Counter(lines_of(result))
    more.subtract(lines_of(base))
    fresh = {line for line, count in more.items() if count > 0}
    if not fresh:
        return set()
    rows = result.removeprefix(MARK).split(b"\n")
    return {row for row, line in enumerate(rows) if line.strip() in fresh}
