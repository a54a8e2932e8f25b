"""Texts of lines, which have no syntax tree: entries that are stated twice in one section, and
entries in one order in all texts (as `reordered` has it for trees)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.syntax.naming import entry_key
from agentfs.syntax.profile import LineForm

_Entry = tuple[bytes, bytes]
"""The section's name, and the entry's key; of a section itself the key is empty.  Of an item
that hangs on an entry both keys, with a line end between."""
_LAST: Final = b"\xff"
"""Stands for the key of the line that ends a section."""


def doubled_entries(
    texts: tuple[bytes, bytes, bytes], result: bytes, form: LineForm
) -> Iterator[Finding]:
    """Entries, sections and items of which the result has more in one place than any input."""
    found = list(_entries(result, form))
    counts = Counter(entry for entry, _ in found)
    if max(counts.values(), default=0) < 2:
        return
    known = [Counter(entry for entry, _ in _entries(text, form)) for text in texts]
    for entry, line in {entry: line for entry, line in found if counts[entry] > 1}.items():
        if counts[entry] > max(each[entry] for each in known):
            what = (entry[1] or entry[0]).rpartition(b"\n")[2].decode("utf-8", "replace")[:80]
            times = f"{counts[entry]} times in one place"
            reason = f"the result states `{what}` {times}, no input does"
            yield Finding(FindingKind.DOUBLED, what, line, reason)


def entries_in_one_order(
    texts: tuple[bytes, bytes, bytes, bytes], form: LineForm
) -> tuple[bytes, bytes, bytes, bytes] | None:
    """Base, left, right and the result with all entries in the order of their keys; None if
    no side gave them another order, or the result has one that is not that side's."""
    found = [_lines_of_entries(text, form) for text in texts]
    base, left, right, result = (list(each) for each in found)
    moved = [side for side in (left, right) if _both(side, base) != _both(base, side)]
    if len(moved) > 1:
        return None
    order = moved[0] if moved else base
    # Both put one thing in, each at another place: it is there once.
    alike = ({*left} & {*right}) - {*base}
    if not (moved or alike) or _both(result, order) != _both(order, result):
        return None
    made = [b"\n".join(b"\n".join(each[entry]) for entry in sorted(each)) for each in found]
    return made[0], made[1], made[2], made[3]


def _both(one: Sequence[_Entry], other: Sequence[_Entry]) -> list[_Entry]:
    known = {*other}
    return [entry for entry in one if entry in known]


def _lines_of_entries(text: bytes, form: LineForm) -> dict[_Entry, list[bytes]]:
    """Entries in the order of the text, each with the comments above it and all lines up to the
    next; of one that is stated twice all lines."""
    lines = text.split(b"\n")
    starts = {number - 1: entry for entry, number in _entries(text, form)}
    found: dict[_Entry, list[bytes]] = {}
    above: list[bytes] = []
    at: _Entry = (b"", b"")
    for row, line in enumerate(lines):
        if row in starts:
            at = starts[row]
        elif form.section_end is not None and form.section_end.match(line):
            at = (at[0], _LAST)
        elif form.comment.match(line):
            above.append(line)
            continue
        if not line.strip() and above:
            found.setdefault(at, []).extend(above)
        elif line.strip():
            found.setdefault(at, []).extend([*above, line])
        above = []
    if above:
        found.setdefault(at, []).extend(above)
    return found


def _entries(text: bytes, form: LineForm) -> Iterator[tuple[_Entry, int]]:
    """Each with the number of its line, from 1."""
    section, before, depth = b"", b"", -1
    key = b""
    for number, line in enumerate(text.split(b"\n"), 1):
        goes_on = form.continued and before.rstrip(b"\r").endswith(form.continued)
        indent = len(line) - len(line.lstrip(b" \t"))
        hangs = form.hanging and depth >= 0 and indent > depth
        before = line
        if not line.strip():
            depth = -1
        if not line.strip() or form.comment.match(line):
            continue
        if goes_on or hangs:
            item = form.listed.fullmatch(line.rstrip()) if form.listed and not goes_on else None
            if item and not (form.in_order and form.in_order.fullmatch(key)):
                yield (section, key + b"\n" + entry_key(item, form)), number
            continue
        depth = -1
        if form.section is not None and (match := form.section.match(line)):
            section = match["key"]
            yield (section, b""), number
        elif form.section_end is not None and form.section_end.match(line):
            section = b""
        elif match := form.entry.match(line):
            depth, key = indent, entry_key(match, form)
            yield (section, key), number
