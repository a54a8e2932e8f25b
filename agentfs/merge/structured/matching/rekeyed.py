"""Things whose keys differ, and that may be one all the same: which got another name."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from agentfs.merge.structured.trees.items import Item, items_of
from agentfs.merge.structured.trees.keys import (
    DEFINITIONS,
    IMPORT,
    IMPORTS,
    NAME,
    OVERLOAD,
    definition_in,
    group_of,
    is_list,
    key_of,
    may_be_reworded,
)
from agentfs.merge.structured.trees.tree import TOKEN

NAMED_TOKENS: Final = 12
"""Tokens of a definition, from which on its contents tell more than its name."""
CONTENT_TOKENS: Final = 6
"""The same for tokens of the contents, if those are all the same."""

IMPORT_WORDS: Final = 3
"""Words of an import that says what it brings: two of its own and a name."""
_TYPES: Final = Counter((b"type",))
"""Words of an import that brings nothing else of what it names."""
_PATH: Final = re.compile(rb"[./\\:]+")


def may_be_rekeyed(one: Item, other: Item, *, alone: bool) -> bool:
    """Whether two things that are alike may be one, though their keys differ."""
    if _is_named_by_entry(one) and _is_named_by_entry(other):
        return True
    if definition_in(one.core) is None and group_of(one) is not None:
        if alone and _say_something_else(one, other):
            return True
        return may_be_reworded(one) or _is_known_by_first(one) or _is_renamed_entry(one, other)
    size = min(one.core.tokens.total(), other.core.tokens.total())
    return size >= NAMED_TOKENS or (alone and _differ_in_name_only(one, other))


def is_default(item: Item) -> bool:
    """Whether it is the definition that a module exports, whatever its name."""
    node, parent = item.core, item.core.parent
    wrappers = node.source.profile.wrappers
    around = parent if parent is not None and parent.type in wrappers else node
    exported = any(each.text == b"default" for each in around.children if not each.named)
    return exported and definition_in(node) is not None


def _differ_in_name_only(one: Item, other: Item) -> bool:
    """Whether two definitions have the same contents, and more than a line has anyway."""
    rest, other_rest = (
        item.core.tokens - Counter(TOKEN.findall(key_of(item) or b"")) for item in (one, other)
    )
    return rest == other_rest and sum(rest.values()) >= CONTENT_TOKENS


def _say_something_else(one: Item, other: Item) -> bool:
    """Whether two are known by all that they say, as one of which there may be several is, and
    one has another name, ``clap(a)`` and ``arg(a)``, or says something else, ``cfg(a)`` and
    ``cfg(b)``; not both."""
    names: list[bytes] = []
    said: list[bytes] = []
    for item in (one, other):
        name, *rest = filter(None, (key_of(item) or b"").removeprefix(NAME).split(b"\0"))
        if len(rest) != 1 or not rest[0].startswith(name):
            return False
        names.append(name)
        said.append(rest[0].removeprefix(name))
    return names[0] == names[1] or (said[0] == said[1] and bool(said[0]))


def _is_renamed_entry(one: Item, other: Item) -> bool:
    """Whether two entries of several lines have the same contents."""
    lines = min(one.core.text.count(b"\n"), other.core.text.count(b"\n"))
    return lines > 1 and _differ_in_name_only(one, other)


def is_moved_import(one: Item, other: Item) -> bool:
    """Whether two name the same things of a module of one name that was moved elsewhere, or one
    only their types."""
    if group_of(one) != IMPORTS or one.core.type != other.core.type:
        return False
    modules = [_module(item) for item in (one, other)]
    names = [_PATH.split(module.removesuffix(b".js"))[-1] for module in modules]
    rest, other_rest = (
        item.core.tokens - Counter(TOKEN.findall(module))
        for item, module in zip((one, other), modules, strict=True)
    )
    rest, other_rest = (+(each - _TYPES) for each in (rest, other_rest))
    words = sum(token[:1].isalpha() for token in rest)
    return names[0] == names[1] != b"" and rest == other_rest and words >= IMPORT_WORDS


def _module(item: Item) -> bytes:
    return (key_of(item) or b"").split(OVERLOAD)[0].removeprefix(IMPORT).split(b"\0")[-1]


def _is_known_by_first(item: Item) -> bool:
    """Whether it is a list with the key of its first item, which may become another one."""
    lists = (each for each in (item.core, *item.core.children) if is_list(each))
    firsts = (next(filter(None, map(key_of, items_of(each))), None) for each in lists)
    key = key_of(item)
    return key is not None and any(
        first is not None and _bare(first) == _bare(key) for first in firsts
    )


def _bare(key: bytes) -> bytes:
    """A key without what says at which place it stands."""
    return key.removeprefix(NAME).strip(b"\0")


def _is_named_by_entry(item: Item) -> bool:
    """Whether it is a call that defines all of a list, and is named by the first: any of them may
    become the first."""
    if definition_in(item.core) is None:
        return False
    for each in item.core.children:
        entries = items_of(each) if is_list(each) else []
        first = next((entry for entry in entries if entry.core.named), None)
        if first is not None and key_of(first) and group_of(first) not in {None, DEFINITIONS}:
            return True
    return False
