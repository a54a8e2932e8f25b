"""The bytes of a tree object, parsed and made.  Pure.

libgit2's own trees cannot be used: its binding wants names that are UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import msgspec

TREE_MODE: Final = 0o040000
_ENTRY: Final = re.compile(rb"([0-7]+) ([^\0]+)\0(.{20})", re.DOTALL)
_ENTRY_OVERHEAD: Final = 22
"""Bytes of an entry besides mode and name: a blank, a NUL and the id."""


class TreeEntry(msgspec.Struct, frozen=True, gc=False):
    """`mode` is git's own number, and may be one that `Mode` does not have (0o100664)."""

    mode: int
    id: str

    @property
    def is_tree(self) -> bool:
        return self.mode == TREE_MODE


Entries = Mapping[bytes, TreeEntry]
"""A folder: name to entry.  Names are bytes and need not be UTF-8."""


def parse_tree(raw: bytes) -> dict[bytes, TreeEntry]:
    """Entries in the order they have in the object.  Raises ValueError."""
    found = _ENTRY.findall(raw)
    # findall passes over what does not match, so account for every byte.
    used = sum([len(mode) + len(name) for mode, name, _ in found])
    if used + _ENTRY_OVERHEAD * len(found) != len(raw):
        raise ValueError("malformed tree")
    modes = {mode: int(mode, 8) for mode in {entry[0] for entry in found}}
    return {name: TreeEntry(modes[mode], raw_id.hex()) for mode, name, raw_id in found}


def tree_bytes(entries: Entries) -> bytes:
    """The object.  git's order: by name, a folder's name taken to end in a slash."""
    ordered = sorted(
        [
            (name + b"/" if entry.mode == TREE_MODE else name, name, entry)
            for name, entry in entries.items()
        ]
    )
    modes = {mode: b"%o " % mode for mode in {entry.mode for entry in entries.values()}}
    unhex = bytes.fromhex
    return b"".join(
        [modes[entry.mode] + name + b"\0" + unhex(entry.id) for _, name, entry in ordered]
    )
