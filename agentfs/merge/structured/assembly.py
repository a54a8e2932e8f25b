"""From a merged tree to text: what is undecided grows to whole lines, and is tried as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from agentfs.merge.hunks import split_lines
from agentfs.merge.indented import merge_indented
from agentfs.merge.lines import joined, merge_lines
from agentfs.merge.structured.leaves.prose import merge_prose
from agentfs.merge.structured.made import Made, Undecided, flat
from agentfs.merge.values import Clash, Clean
from agentfs.model.conflicts import ConflictKind

_NOT_SAID: Final = (ConflictKind.EDIT_EDIT, ConflictKind.ADD_ADD)
"""Kinds that the lines themselves tell better."""


def chunks_of(made: Made) -> tuple[Clean | Clash, ...]:
    return tuple(joined(_chunks(made)))


def _chunks(made: Made) -> Iterator[Clean | Clash]:
    for part in _in_lines(_joined_texts(flat(made))):
        if isinstance(part, bytes):
            yield Clean(part)
        else:
            yield from _as_lines(part)


def _joined_texts(parts: Iterable[bytes | Undecided]) -> Iterator[bytes | Undecided]:
    run: list[bytes] = []
    for part in parts:
        if isinstance(part, bytes):
            run.append(part)
            continue
        yield b"".join(run)
        yield part
        run = []
    yield b"".join(run)


def _in_lines(parts: Iterable[bytes | Undecided]) -> Iterator[bytes | Undecided]:
    """The same text, where what is undecided begins and ends at line ends."""
    clean, open_now = b"", None
    for part in parts:
        if isinstance(part, Undecided):
            head, sides = _with_common_lines(clean, part)
            clean = b""
            if open_now is None:
                start = head.rfind(b"\n") + 1
                yield head[:start]
                open_now = _grown(head[start:], sides)
            else:
                open_now = _one(open_now, _grown(head, sides))
            continue
        clean += part
        if open_now is None:
            continue
        end = 0 if _ends_lines(open_now) else clean.find(b"\n") + 1
        if end or _ends_lines(open_now):
            yield _extended(open_now, clean[:end])
            clean, open_now = clean[end:], None
    if open_now is not None:
        yield _extended(open_now, clean)
    else:
        yield clean


def _with_common_lines(before: bytes, part: Undecided) -> tuple[bytes, Undecided]:
    """What all three begin with, up to a line end, goes to the text before."""
    texts = (part.base, part.left, part.right)
    end = 0
    for lines in zip(*map(split_lines, texts), strict=False):
        if len({*lines}) > 1 or not lines[0].endswith(b"\n"):
            break
        end += len(lines[0])
    rest = [text[end:] for text in texts]
    return before + texts[0][:end], replace(part, base=rest[0], left=rest[1], right=rest[2])


def _grown(before: bytes, part: Undecided) -> Undecided:
    return replace(
        part, base=before + part.base, left=before + part.left, right=before + part.right
    )


def _extended(part: Undecided, after: bytes) -> Undecided:
    return replace(part, base=part.base + after, left=part.left + after, right=part.right + after)


def _one(first: Undecided, second: Undecided) -> Undecided:
    return replace(
        first,
        base=first.base + second.base,
        left=first.left + second.left,
        right=first.right + second.right,
        kind=first.kind if first.kind is second.kind else ConflictKind.EDIT_EDIT,
        reason=first.reason or second.reason,
        prose=first.prose and second.prose,
    )


def _ends_lines(part: Undecided) -> bool:
    return all(not text or text.endswith(b"\n") for text in (part.base, part.left, part.right))


def _as_lines(part: Undecided) -> Iterator[Clean | Clash]:
    if part.left in (part.right, part.base):
        yield Clean(part.right)
        return
    if part.right == part.base:
        yield Clean(part.left)
        return
    base = part.base if part.base.strip() else b""  # blanks around what both inserted
    if part.kind is ConflictKind.MOVE_MOVE:
        # Lines would be taken from both orders, and something be there twice or not at all.
        yield Clash(base, part.left, part.right, 0, part.kind, reason=part.reason)
        return
    merged = merge_lines(base, part.left, part.right)
    if not merged.clean and part.prose:
        prose = merge_prose(base, part.left, part.right)
        if prose is not None:
            yield Clean(prose)
            return
    if not merged.clean:
        indented = merge_indented(part.base, part.left, part.right)
        if indented is not None:
            yield Clean(indented)
            return
    for chunk in merged.chunks:
        yield chunk if isinstance(chunk, Clean) else _without_blanks(chunk, part)


def _without_blanks(clash: Clash, part: Undecided) -> Clean | Clash:
    """A clash where one side changed blanks at the ends of lines only is none."""
    base, left, right = map(_unblanked, (clash.base, clash.left, clash.right))
    if clash.base.strip() and right in (left, base):
        return Clean(clash.left)
    if clash.base.strip() and base == left:
        return Clean(clash.right)
    return replace(clash, kind=kind_of(clash, part.kind), reason=part.reason, right_line=0)


def _unblanked(text: bytes) -> list[bytes]:
    return [line.rstrip() for line in text.split(b"\n")]


def kind_of(clash: Clash, kind: ConflictKind) -> ConflictKind:
    """What kind of conflict the lines show, if `kind` does not say more."""
    if kind not in _NOT_SAID:
        return kind
    if not clash.base:
        return ConflictKind.ADD_ADD
    if not clash.left:
        return ConflictKind.DELETE_EDIT
    return ConflictKind.EDIT_EDIT if clash.right else ConflictKind.EDIT_DELETE
