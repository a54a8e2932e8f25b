"""What concerns a text as a whole, settled before the rest: its line ends, whether its last line
has one, its byte order mark, and the line that names its interpreter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from agentfs.merge.structured.trees.tree import MARK
from agentfs.merge.values import Clash, Clean, MergeResult

_INTERPRETER: Final = re.compile(rb"#!(?!\[)[^\n]*\n")
"""No attribute of Rust, which begins alike."""


@dataclass(frozen=True, slots=True)
class Form:
    """What all lines of a text end with (None if they differ), and what it begins with."""

    crlf: bool | None
    marked: bool
    interpreter: bytes = b""
    """The first line of a merged text, if the sides do not agree on it but base tells."""
    taken: int = 0
    """How many lines right has before its plain text."""
    unended: tuple[bool, bool, bool] = (False, False, False)
    """Which texts have got an end of their last line, if the others had one."""


def form_of(text: bytes) -> Form:
    ends, full = text.count(b"\n"), text.count(b"\r\n")
    return Form(None if 0 < full < ends else full > 0, text.startswith(MARK))


def plain_texts(texts: Sequence[bytes]) -> tuple[list[bytes], Form]:
    """The three texts without what differs, and the merged form to give the result."""
    forms = [form_of(text) for text in texts]
    marked = _chosen([form.marked for form in forms])
    ends = _ends(texts, forms)
    texts = [text.removeprefix(MARK) for text in texts]
    if any(end is None for end in ends):
        return _headless(texts, Form(None, marked))
    crlf = _chosen([bool(end) for end in ends])
    texts = [text.replace(b"\r\n", b"\n") for text in texts]
    bare = [bool(text) and not text.endswith(b"\n") for text in texts]
    if all(bare) or not any(bare):
        return _headless(texts, Form(crlf, marked))
    texts = [text + b"\n" * added for text, added in zip(texts, bare, strict=True)]
    return _headless(texts, Form(crlf, marked, unended=(bare[0], bare[1], bare[2])))


def _headless(texts: list[bytes], form: Form) -> tuple[list[bytes], Form]:
    """Without the lines that name an interpreter, if one side alone changed that."""
    found = [_INTERPRETER.match(text) for text in texts]
    heads = [match[0] if match else b"" for match in found]
    base, left, right = heads
    if len({*heads}) == 1 or (base not in (left, right) and left != right):
        return texts, form
    head = right if left == base else left
    plain = [text[len(each) :] for text, each in zip(texts, heads, strict=True)]
    if not all(text.strip() for text in plain):
        return texts, form  # one has nothing left to be run
    return plain, replace(form, interpreter=head, taken=int(bool(right)))


def _ends(texts: Sequence[bytes], forms: Sequence[Form]) -> list[bool | None]:
    """A text of one line has the line ends of the others, if these agree or one is base."""
    said = [form.crlf for text, form in zip(texts, forms, strict=True) if b"\n" in text]
    usual = said[0] if b"\n" in texts[0] or len({*said}) == 1 else False
    return [form.crlf if b"\n" in text else usual for text, form in zip(texts, forms, strict=True)]


def _chosen(values: Sequence[bool]) -> bool:
    base, left, right = values
    return right if left == base else left


def in_form(result: MergeResult, form: Form) -> MergeResult:
    if form.taken or form.interpreter:
        result = _headed(result, form)
    if any(form.unended):
        result = _unended(result, form)
    if not form.crlf and not form.marked:
        return result
    chunks = [_formed(chunk, form) for chunk in result.chunks]
    if form.marked:
        chunks = [_marked(chunks[0]), *chunks[1:]] if chunks else [Clean(MARK)]
    return replace(result, chunks=tuple(chunks))


def _headed(result: MergeResult, form: Form) -> MergeResult:
    chunks = [
        replace(chunk, right_line=chunk.right_line + form.taken)
        if isinstance(chunk, Clash) and chunk.right_line
        else chunk
        for chunk in result.chunks
    ]
    head, first = form.interpreter, next(iter(chunks), None)
    if isinstance(first, Clean):
        head += first.text
        del chunks[0]
    return replace(result, chunks=tuple([Clean(head), *chunks] if head else chunks))


def _unended(result: MergeResult, form: Form) -> MergeResult:
    """Without the line ends that were added; in a merged text as the side says that changed it."""
    if not result.chunks:
        return result
    *before, last = result.chunks
    if isinstance(last, Clean):
        last = Clean(last.text.removesuffix(b"\n")) if _chosen(form.unended) else last
    else:
        base, left, right = (
            text.removesuffix(b"\n") if bare else text
            for text, bare in zip((last.base, last.left, last.right), form.unended, strict=True)
        )
        last = replace(last, base=base, left=left, right=right)
    return replace(result, chunks=(*before, last))


def _formed(chunk: Clean | Clash, form: Form) -> Clean | Clash:
    if not form.crlf:
        return chunk
    if isinstance(chunk, Clean):
        return Clean(_crlf(chunk.text))
    return replace(chunk, base=_crlf(chunk.base), left=_crlf(chunk.left), right=_crlf(chunk.right))


def _crlf(text: bytes) -> bytes:
    return text.replace(b"\n", b"\r\n")


def _marked(chunk: Clean | Clash) -> Clean | Clash:
    if isinstance(chunk, Clean):
        return Clean(MARK + chunk.text)
    return replace(chunk, base=MARK + chunk.base, left=MARK + chunk.left, right=MARK + chunk.right)
