"""What concerns a text as a whole, settled before the rest: its line ends, its byte order mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agentfs.merge.structured.tree import MARK
from agentfs.merge.values import Clash, Clean, MergeResult


@dataclass(frozen=True, slots=True)
class Form:
    """What all lines of a text end with (None if they differ), and what it begins with."""

    crlf: bool | None
    marked: bool


def form_of(text: bytes) -> Form:
    ends, full = text.count(b"\n"), text.count(b"\r\n")
    return Form(None if 0 < full < ends else full > 0, text.startswith(MARK))


def plain_texts(texts: Sequence[bytes]) -> tuple[list[bytes], Form]:
    """The three texts without what differs, and the merged form to give the result."""
    forms = [form_of(text) for text in texts]
    marked = _chosen([form.marked for form in forms])
    ends = _ends(texts, forms)
    texts = [text.removeprefix(MARK) for text in texts]
    if any(end is None for end in ends) or not any(ends):
        return texts, Form(None, marked)
    crlf = _chosen([bool(end) for end in ends])
    return [text.replace(b"\r\n", b"\n") for text in texts], Form(crlf, marked)


def _ends(texts: Sequence[bytes], forms: Sequence[Form]) -> list[bool | None]:
    """A text of one line has the line ends of the others, if these agree or one is base."""
    said = [form.crlf for text, form in zip(texts, forms, strict=True) if b"\n" in text]
    usual = said[0] if b"\n" in texts[0] or len({*said}) == 1 else False
    return [form.crlf if b"\n" in text else usual for text, form in zip(texts, forms, strict=True)]


def _chosen(values: Sequence[bool]) -> bool:
    base, left, right = values
    return right if left == base else left


def in_form(result: MergeResult, form: Form) -> MergeResult:
    if not form.crlf and not form.marked:
        return result
    chunks = [_formed(chunk, form) for chunk in result.chunks]
    if form.marked:
        chunks = [_marked(chunks[0]), *chunks[1:]] if chunks else [Clean(MARK)]
    return replace(result, chunks=tuple(chunks))


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
