"""Entries that a text of lines states twice in one section, by the language's `LineForm`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.syntax.naming import entry_key
from agentfs.syntax.profile import LineForm

_Entry = tuple[bytes, bytes]
"""The section's name, and the entry's key; of a section itself the key is empty.  Of an item
that hangs on an entry both keys, with a line end between."""


def doubled_entries(
    texts: tuple[bytes, bytes, bytes], result: bytes, form: LineForm
) -> Iterator[Finding]:
    found = list(_entries(result, form))
    counts = Counter(entry for entry, _ in found)
    if max(counts.values(), default=0) < 2:
        return
    known = [Counter(entry for entry, _ in _entries(text, form)) for text in texts]
    for entry, line in {entry: line for entry, line in found if counts[entry] > 1}.items():
        if counts[entry] > max(each[entry] for each in known):
            what = (entry[1] or entry[0]).decode("utf-8", "replace")[:80]
            times = f"{counts[entry]} times in one place"
            what = what.rpartition("\n")[2]
            reason = f"the result states `{what}` {times}, no input does"
            yield Finding(FindingKind.DOUBLED, what, line, reason)


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
