"""One operation of each side on a list, in languages of data, markup, style, build and schema.

What has to come of two operations is worked out on the list and written in the list's own form.
Every pair of operations is a case; a run takes some of them, others of each list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal

import pytest

from agentfs.merge.merge3 import merge3
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of
from tests.support.containers import Container, containers

STEP: Final = 16
"""Of so many pairs one is merged; 1 takes all, which needs minutes."""
LISTS: Final = containers()
SIDES: Final = ("left", "right")

Due = Literal["clean", "conflict", "either"]


@dataclass(frozen=True)
class State:
    """What is in a list, by number; what left puts in is -1, what right does -2."""

    order: tuple[int, ...]
    items: dict[int, tuple[str, str]]
    comments: dict[int, str] = field(default_factory=dict)
    form: str = ""
    owner: str = "owner"


@dataclass(frozen=True)
class Operation:
    kind: str
    at: int = 0


def operations(held: Container) -> Iterator[Operation]:
    places = {
        "add": (0, 2, 4),
        "delete": (0, 1, 3),
        "change": (0, 1, 3),
        "rename": (1, 3) if held.keyed else (),
        "add one key": (2,) if held.keyed and not held.ordered else (),
        "move": (0, 3),
        "comment": (0, 2) if held.comment else (),
        "wider": (0,) if held.wider != held.indent and held.wider else (),
        "flat": (0,) if held.flat else (),
        "owner": (0,) if "{owner}" in held.text else (),
    }
    return (Operation(kind, at) for kind, all_of in places.items() for at in all_of)


def done(state: State, operation: Operation, side: int, held: Container) -> State:
    order, items, at = [*state.order], dict(state.items), operation.at
    match operation.kind:
        case "add" | "add one key":
            key, value = held.new[side]
            items[-1 - side] = (key if operation.kind == "add" else "zoom", value)
            order.insert(at, -1 - side)
        case "delete":
            order.remove(at)
        case "change":
            items[at] = (items[at][0], other(items[at][1], side))
        case "rename":
            items[at] = (other(items[at][0], side), items[at][1])
        case "move":
            order.remove(at)
            order.insert(0 if at else 3, at)
        case "comment":
            return replace(state, comments={at: f"why {SIDES[side]}"})
        case "owner":
            return replace(state, owner=f"other{side}")
        case form:
            return replace(state, form=form)
    return replace(state, order=tuple(order), items=items)


def other(text: str, side: int) -> str:
    """Another key or value of the same kind."""
    return "98"[side] + text if text[0].isdigit() else text + "qw"[side]


def both(base: State, left: State, right: State) -> State:
    """What is new stands where its side has it, left's first; or last, if a side moved things."""
    known = [[n for n in side.order if n >= 0] for side in (left, right)]
    moved = next((order for order in known if order != sorted(order)), None)
    order = [n for n in moved or base.order if n in known[0] and n in known[1]]
    for new, side in ((-2, right), (-1, left)):  # the last one put in at a spot is the first
        if new in side.order:
            gap = side.order.index(new)
            later = new == -1 and -2 in order and right.order.index(-2) < gap
            before = sum(0 <= n < gap for n in order) + later
            order.insert(before if moved is None else len(order), new)
    items = {**left.items, **right.items}
    for n, was in base.items.items():
        pairs = zip(was, left.items[n], right.items[n], strict=True)
        key, value = (ours if ours != then else theirs for then, ours, theirs in pairs)
        items[n] = key, value
    owner = left.owner if left.owner != base.owner else right.owner
    comments = {**left.comments, **right.comments}
    return State(tuple(order), items, comments, left.form or right.form, owner)


def due(left: Operation, right: Operation, held: Container) -> Due:
    """ "either": it is a matter of opinion, or of what the words look like."""
    kinds, same = {left.kind, right.kind}, left.at == right.at
    if kinds in ({"owner"}, {"add one key"}):
        return "conflict"
    if kinds in ({"change"}, {"rename"}, {"comment"}, {"delete", "change"}, {"delete", "rename"}):
        return "conflict" if same else "clean"
    if kinds == {"add"}:
        return "conflict" if same and held.ordered else "clean"
    if kinds in ({"move"}, {"wider", "flat"}, {"comment", "flat"}):
        return "either"
    if "move" in kinds and (same or held.ordered):
        is_told = held.keyed and not held.ordered
        return "clean" if is_told and kinds & {"change", "comment"} else "either"
    if kinds in ({"delete", "comment"}, {"change", "rename"}):
        return "either" if same else "clean"
    if kinds == {"change", "comment"} and same and not held.keyed:
        return "either"
    if held.ordered and "delete" in kinds and "add" in kinds:
        return "either"
    return "clean"


def written(state: State, held: Container) -> str:
    pairs = ((n, *state.items[n]) for n in state.order)
    items = {n: held.item.format(k=key, v=value) for n, key, value in pairs}
    if state.form == "flat" and held.flat is not None:
        start, end, between = held.flat
        return held.text.format(body=start + between.join(items.values()) + end, owner=state.owner)
    indent = held.wider if state.form == "wider" else held.indent
    for n, words in state.comments.items():
        if n in items:
            items[n] = held.comment.format(words) + "\n" + items[n]
    lines = (re.sub(r"(?m)^(?=.)", indent, item) for item in items.values())
    last = held.comma if held.last_comma else ""
    body = (held.comma + held.gap).join(lines) + last
    return held.text.format(body=held.lined[0] + body + held.lined[1], owner=state.owner)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("number", range(len(LISTS)), ids=map(str, LISTS))
def test_two_operations_make_what_is_due(number: int) -> None:
    held = LISTS[number]
    language = language_of(RepoPath(held.path.encode()), b"")
    base = State((0, 1, 2, 3), dict(enumerate(held.items)))
    known = list(operations(held))
    pairs = [(one, two) for one in known for two in known][number % STEP :: STEP]
    for one, two in pairs:
        left, right = done(base, one, 0, held), done(base, two, 1, held)
        if left == right:
            continue
        texts = tuple(written(each, held).encode() for each in (base, left, right))
        result = merge3(texts[0], texts[1], texts[2], language)
        made, wanted = result.text_with("left").decode(), written(both(base, left, right), held)
        asked = due(one, two, held)
        case = f"{held}: {one}, {two}\n{made}\ninstead of\n{wanted}"
        if asked == "conflict":
            assert not result.clean, case
        elif asked == "clean" and not held.stiff:
            assert result.clean, case
        if asked == "clean" and result.clean:
            if "move" in (one.kind, two.kind):
                assert sorted(words(made)) == sorted(words(wanted)), case
            else:
                assert words(made) == words(wanted), case
