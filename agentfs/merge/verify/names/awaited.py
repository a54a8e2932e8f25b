"""Calls that nobody waits for, of a function that one side made asynchronous.

The other side put in the call, and thought of a value; what it gets is a promise of one.  Only a
function counts of which there is one of that name in each text.  A call that is handed over, or
that the side which made the function asynchronous has as well, is meant so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import Final

from tree_sitter import Node

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Location, Things
from agentfs.merge.verify.names.bindings import way_to
from agentfs.merge.verify.names.receivers import owner_of, variable_before
from agentfs.syntax.naming import definition_key

_ASYNC: Final = re.compile(rb"\basync\b")
_CALLED: Final = re.compile(rb"(?<![\w$])([A-Za-z_$][\w$]*)\(")
_OF_SELF: Final = re.compile(rb"\b(?:self|this|Self|cls)(?:\.|->|::)\Z")
_OF_OTHERS: Final = re.compile(rb"(?:\.|->|::|\b(?:def|function|func|fn|fun|new))\s*\Z")
_CALL: Final = re.compile("call|invocation")
_FUNCTION: Final = re.compile("function|method|lambda|arrow|closure")
_HANDED: Final = re.compile("argument|array|list|lambda|arrow|closure")
_STATEMENT: Final = re.compile("statement|block|body|suite|program|module")
_ASKED: Final = ("property", "attribute", "field")
_CHAINED: Final = frozenset({b"then", b"catch", b"finally"})


class _Use(Enum):
    AWAITED = "awaited"
    HANDED = "handed over"
    ALONE = "a statement"
    VALUE = "used"


def unawaited(judged: Judged) -> Iterator[Finding]:
    """Only where all texts are free of errors.  Raises GrammarMissing."""
    if not judged.profile.definitions:
        return
    for number, (mine, other) in enumerate((judged.changed, judged.changed[::-1]), 1):
        names = {name for line in other.more for name in _CALLED.findall(line)}
        if not names or not any(map(_ASYNC.search, mine.more)):
            continue
        if any(each.tree.root_node.has_error for each in (*judged.known, judged.stated)):
            return
        known = (judged.known[0], judged.known[number], judged.known[3 - number], judged.stated)
        base, side, there, made = map(_functions, known)
        for name in sorted(names & base.keys() & side.keys() & there.keys() & made.keys()):
            was, now, still, is_now = (each[name][0] for each in (base, side, there, made))
            if now and is_now and was is False and still is False:
                yield from _missed(name, made[name][1], known[1], judged)


def _missed(name: bytes, owner: bytes, side: Things, judged: Judged) -> Iterator[Finding]:
    here = [use for _, use in _uses(name, owner, side)]
    if _Use.VALUE in here or _Use.ALONE in here:
        return
    amiss = {_Use.VALUE, _Use.ALONE} if _Use.AWAITED in here else {_Use.VALUE}
    for row, use in _uses(name, owner, judged.stated):
        if use in amiss:
            what = name.decode("utf-8", "replace")
            reason = f"one side made `{what}` asynchronous, the other calls it without waiting"
            yield Finding(FindingKind.UNDEFINED, what, row + 1, reason)
            return


def _functions(things: Things) -> dict[bytes, tuple[bool | None, bytes]]:
    """Whether each is asynchronous, None if there are several of one name; and its type."""
    profile = things.profile
    found: dict[bytes, tuple[bool | None, bytes]] = {}
    for location in things.members():
        if profile.definitions.get(location.node.type) == "function":
            name = definition_key(location.node, profile).rpartition(".")[2].encode()
            is_async = None if name in found else _is_async(location)
            found[name] = is_async, owner_of(location, profile)
    return found


def _is_async(location: Location) -> bool:
    value = location.node.child_by_field_name("value")
    return any(
        child.text == b"async"
        for node in (location.node, value)
        if node is not None
        for child in node.children
    )


def _uses(name: bytes, owner: bytes, things: Things) -> Iterator[tuple[int, _Use]]:
    """What becomes of each call of it, and on which row."""
    for found in re.finditer(rb"(?<![\w$])" + re.escape(name) + rb"\(", things.text):
        before = things.text[max(0, found.start() - 10) : found.start()]
        its = owner and variable_before(things.text, found.start()) == owner
        if _OF_OTHERS.search(before) and not _OF_SELF.search(before) and not its:
            continue
        way = [node for node, _ in way_to(found.start(), things.tree)]
        at = next((at for at, each in enumerate(way[:4]) if _CALL.search(each.type)), None)
        if at is not None and way[at].end_byte > found.end():
            yield way[at].start_point.row, _use_of(way[at:])


def _use_of(way: list[Node]) -> _Use:
    """Of the call at the start of the way."""
    for at, (node, parent) in enumerate(pairwise(way)):
        if "await" in parent.type:
            return _Use.AWAITED
        if _HANDED.search(parent.type):
            return _Use.HANDED
        if "return" in parent.type:
            around = next((each for each in way[at:] if _FUNCTION.search(each.type)), None)
            is_async = around is None or any(each.text == b"async" for each in around.children)
            return _Use.HANDED if is_async else _Use.VALUE
        if _STATEMENT.search(parent.type):
            return _Use.ALONE if at < 1 or node.type == way[0].type else _Use.VALUE
        asked = next(filter(None, map(parent.child_by_field_name, _ASKED)), None)
        if asked is not None and node.start_byte == parent.start_byte:
            return _Use.HANDED if asked.text in _CHAINED else _Use.VALUE
    return _Use.ALONE
