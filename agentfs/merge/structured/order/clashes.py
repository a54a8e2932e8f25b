"""Which things of both sides cannot be there together, though each may stand in any order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from agentfs.merge.structured.matching.slots import Slots
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.keys import (
    DEFINITIONS,
    IMPORTS,
    NAME,
    OVERLOAD,
    distinct_texts,
    group_of,
    is_conditional,
    is_declared,
    key_of,
)

_WORD: Final = re.compile(rb"\w+")


def clash(
    order: Sequence[int],
    slots: Slots,
    new_left: Sequence[int],
    new_right: Sequence[int],
) -> bool:
    """Whether things of both sides cannot be there together: one key, or tokens that exclude
    each other."""
    if _same_names(new_left, new_right, slots) or _alike(new_left, new_right, slots):
        return True
    if _overrides(new_left, new_right, slots) or _overrides(new_right, new_left, slots):
        return True
    exclusive = slots.things[order[0]].items[0].source.profile.exclusive if order else ()
    if not exclusive:
        return False
    texts_left, texts_right = _tokens(new_left, slots), _tokens(new_right, slots)
    return any(
        texts_left & tokens and texts_right & tokens and texts_left & tokens != texts_right & tokens
        for tokens in exclusive
    )


def _tokens(numbers: Sequence[int], slots: Slots) -> frozenset[str]:
    """The texts of things, and their names."""
    items = [slots.things[number].items[0] for number in numbers]
    names = ((_name(item) or b"").removeprefix(b"name ") for item in items)
    texts = (*(item.text for item in items), *names)
    return frozenset(text.decode("utf-8", "replace") for text in texts)


def _same_names(left: Sequence[int], right: Sequence[int], slots: Slots) -> bool:
    """Whether the sides inserted two things of one name that are no overloads of one kind."""
    both = {*left} & {*right}
    mine = [slots.things[number].items[0] for number in left if number not in both]
    theirs = [slots.things[number].items[0] for number in right if number not in both]
    keys = {key for item in mine if (key := key_of(item)) is not None}
    kinds = {_name(item): item.core.type for item in mine}
    sometimes = {_name(item): is_conditional(item) for item in mine}
    if any(
        sometimes.get(_name(item), False) != is_conditional(item)
        for item in theirs
        if _name(item) in sometimes
    ):
        return True
    return any(
        key_of(item) in keys or kinds.get(_name(item), item.core.type) != item.core.type
        for item in theirs
        if key_of(item) is not None and not slots.is_repeated(item)
    )


def _name(item: Item) -> bytes | None:
    """A key without what tells overloads apart."""
    key = key_of(item)
    return key.split(OVERLOAD)[0] if key is not None else None


def _alike(left: Sequence[int], right: Sequence[int], slots: Slots) -> bool:
    """Whether things that the sides inserted have in common what must be different."""

    def texts(numbers: AbstractSet[int]) -> set[bytes]:
        items = (slots.things[number].items[0] for number in numbers)
        return {text for item in items for text in distinct_texts(item)}

    return bool(texts({*left} - {*right}) & texts({*right} - {*left}))


def _overrides(some: Sequence[int], others: Sequence[int], slots: Slots) -> bool:
    """Whether one side inserted what says all that something of the other says a part of."""
    parts = slots.things[0].items[0].source.profile.parts
    if parts is None:
        return False
    some_keys, keys = _entry_keys(some, slots), _entry_keys(others, slots)
    every = not parts.wholes and not parts.divided
    wholes = tuple(
        key + parts.between
        for key, kind in some_keys.items()
        if every or key in parts.wholes or kind in parts.divided
    )
    return any(key.startswith(wholes) for key in keys.keys() - parts.apart)


def _entry_keys(numbers: Sequence[int], slots: Slots) -> Mapping[bytes, str]:
    """Keys of what is neither a definition nor an import, and of which node type that is."""
    items = [slots.things[number].items[0] for number in numbers]
    entries = [item for item in items if group_of(item) not in {None, DEFINITIONS, IMPORTS}]
    return {
        key.removeprefix(NAME).split(OVERLOAD)[0]: item.core.type
        for item in entries
        if (key := key_of(item)) is not None
    }


def names(new: Sequence[int], others: Sequence[int], slots: Slots) -> bool:
    """Whether the first of these things mention what the others are the definitions of."""
    declared = [slots.things[number].items[0] for number in others]
    words = {
        words[-1]
        for item in declared
        if is_declared(item) and (words := _WORD.findall(_name(item) or b""))
    }
    parts = (part for number in new for part in slots.things[number].items[0].parts)
    return any(words & part.tokens.keys() for part in parts)


def uses_deleted(new: Sequence[int], gone: Sequence[int], slots: Slots) -> bool:
    """Whether what one side inserted names what the other deleted in the same place."""
    inserted = [number for number in new if slots.things[number].base is None]
    return names(inserted, gone, slots)
