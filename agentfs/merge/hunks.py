"""The differences of two texts as hunks of line numbers, found by libgit2.

Line numbers count from 0 and a hunk is half open, unlike in libgit2 and in patches, where a
hunk without old lines is numbered by the line before it.
"""

from __future__ import annotations

import io
from typing import NamedTuple

import pygit2
from pygit2.enums import DiffOption


class Hunk(NamedTuple):
    """Lines `start` to `end` of the old text were replaced; maybe none were, or by none."""

    start: int
    end: int
    growth: int
    """How many lines longer the new text is here."""


def split_lines(text: bytes) -> list[bytes]:
    """With their LF, which is the only thing that ends a line (not so `bytes.splitlines`)."""
    return io.BytesIO(text).readlines()


def diff_lines(old: bytes, new: bytes) -> list[Hunk]:
    """In order, with at least one common line between any two; empty if the texts are equal."""
    if old == new:
        return []
    patch = pygit2.Patch.create_from(
        old,
        new,
        # What is binary is the caller's to say; libgit2 would give no hunks.
        flag=DiffOption.FORCE_TEXT,
        context_lines=0,
        interhunk_lines=0,
    )
    hunks = [
        Hunk(
            hunk.old_start - (hunk.old_lines > 0),
            hunk.old_start - (hunk.old_lines > 0) + hunk.old_lines,
            hunk.new_lines - hunk.old_lines,
        )
        for hunk in patch.hunks
    ]
    # libgit2 gives up on texts of more than 1 GiB: then everything changed.
    return hunks or [_everything(old, new)]


def _everything(old: bytes, new: bytes) -> Hunk:
    lines = len(split_lines(old))
    return Hunk(0, lines, len(split_lines(new)) - lines)
