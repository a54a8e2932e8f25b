"""Every list of every language, changed by both sides: the same operations, the same outcomes.

`containers.json` has the lists: what stands around them and how one item is written.  What a merge
has to make of two operations is worked out on the items alone.  A language whose list behaves
otherwise than its sisters' lacks a line in its profile.
"""

from __future__ import annotations

import itertools
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from agentfs.merge.merge3 import merge3
from agentfs.syntax.languages import LANGUAGES

NAMES: Final = ("path", "count", "mode", "author", "limit", "retry")
"""Of four items that base has, of the one that left puts in and the one that right does."""
VALUES: Final = ("10", "20", "30", "40", "51", "62", "73", "84")
"""The same, and what left and right change a value to."""
BASE: Final = 4
PROFILES: Final = {profile.name: profile for profile in LANGUAGES}


@dataclass(frozen=True, kw_only=True)
class Container:
    language: str
    name: str
    kind: str
    """A set keeps what both put at one spot; a sequence does not."""
    before: str
    after: str
    item: str
    """``{n}``, ``{N}`` or ``{U}`` is its name, ``{v}`` its value."""
    forms: tuple[str, ...]
    """In one line, or each item in lines of its own."""
    head: str = ""
    separator: str = ","
    inline: str = ", "
    last: bool = False
    """Whether a separator stands behind the last item, in lines."""
    between: str = ""
    indent: str = "    "
    names: tuple[str, ...] = NAMES
    values: tuple[str, ...] = VALUES

    def text(self, items: list[Item], form: str) -> bytes:
        texts = [self._item(item) for item in items]
        if form == "one":
            body = self.inline.join(texts)
        else:
            last = self.before.split("\n")[-1]
            outer = last[: len(last) - len(last.lstrip())]
            ends = [self.separator] * (len(texts) - 1) + [self.separator if self.last else ""]
            written = (text + end for text, end in zip(texts, ends, strict=True))
            indent = outer + self.indent
            blocks = ["\n".join(indent + line for line in each.split("\n")) for each in written]
            body = f"\n{self.between}".join(blocks)
            body = f"\n{body}\n{outer}" if last else f"{body}\n"
        return f"{self.head}{self.before}{body}{self.after}".encode()

    def _item(self, item: Item) -> str:
        name, text = self.names[item.name], self.item
        for place, word in (("{n}", name), ("{N}", name[0].upper() + name[1:])):
            text = text.replace(place, word)
        return text.replace("{U}", name.upper()).replace("{v}", self.values[item.value])


class Item(NamedTuple):
    name: int
    value: int


class Operation(NamedTuple):
    what: str
    at: int


def containers() -> list[Container]:
    read = json.loads((Path(__file__).parent / "containers.json").read_text())
    lists = ("forms", "names", "values")
    return [
        Container(**{key: tuple(value) if key in lists else value for key, value in each.items()})
        for each in read
    ]


def done(items: list[Item], operation: Operation, side: int) -> list[Item]:
    """What an author makes of the list; 0 is the left one."""
    made = list(items)
    if operation.what == "add":
        made.insert(operation.at, Item(BASE + side, BASE + side))
    elif operation.what == "delete":
        del made[operation.at]
    else:
        made[operation.at] = Item(operation.at, BASE + 2 + side)
    return made


def expected(kind: str, left: Operation, right: Operation) -> list[Item] | None:
    """None is a conflict."""
    operations = (left, right)
    whats = {each.what for each in operations}
    if left.at == right.at and whats != {"delete"} and "add" not in whats:
        return None
    if kind == "sequence" and whats == {"add"} and left.at == right.at:
        return None
    made: list[Item] = []
    for at in range(BASE + 1):
        made += (
            Item(BASE + side, BASE + side)
            for side, each in enumerate(operations)
            if each == Operation("add", at)
        )
        if at < BASE and Operation("delete", at) not in operations:
            changed = [s for s, each in enumerate(operations) if each == Operation("change", at)]
            made.append(Item(at, BASE + 2 + changed[0] if changed else at))
    return made


def pairs(container: Container, form: str) -> Iterator[tuple[Operation, Operation]]:
    """One of each two kinds of operations, not the same for each list; and those at one spot."""
    whats = ["add", "delete", "change"] if "{v}" in container.item else ["add", "delete"]
    number = zlib.crc32(f"{container.language} {container.name} {form}".encode())
    for one, other in itertools.product(whats, repeat=2):
        number = number * 5 + 1
        left, right = (
            Operation(what, 0 if what == "add" and not turn % 2 else turn % BASE)
            for what, turn in ((one, number >> 3), (other, number >> 7))
        )
        if container.kind == "sequence" and not _is_sure(left, right):
            continue
        yield left, right
    yield Operation("add", 2), Operation("add", 2)
    yield Operation("delete", 0), Operation("delete", 1)
    if "change" in whats:
        yield Operation("delete", 1), Operation("change", 1)
        yield Operation("change", 1), Operation("change", 1)


def _is_sure(left: Operation, right: Operation) -> bool:
    """Where one adds to a sequence beside what the other deletes, a conflict is right, too."""
    if {left.what, right.what} != {"add", "delete"}:
        return True
    added, gone = sorted((left, right))
    return added.at not in (gone.at, gone.at + 1)


@pytest.mark.parametrize("container", containers(), ids=lambda each: f"{each.language}-{each.name}")
def test_a_list_is_what_both_authors_made_of_it(container: Container) -> None:
    profile = PROFILES[container.language]
    items = [Item(at, at) for at in range(BASE)]
    for form in container.forms:
        for pair in pairs(container, form):
            sides = [
                container.text(done(items, each, side), form) for side, each in enumerate(pair)
            ]
            if len({*sides}) == 1:
                continue
            merged = merge3(container.text(items, form), sides[0], sides[1], profile)
            wanted = expected(container.kind, *pair)
            made = merged.text_with("left") if merged.clean else None
            assert made == (container.text(wanted, form) if wanted else None), (form, pair)
