"""The text that each symbol of a file has to itself, in a form that can be compared.

Together the texts are the file, each byte in one of them: a member's bytes are the member's and
not its class's, and what is in no definition is ``<imports>`` or ``<module>``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from agentfs.syntax.definitions import Definition, Parsed

IMPORTS: Final = "<imports>"
MODULE: Final = "<module>"
"""What is in no definition and is no import."""

_Piece = tuple[str, bytes]


def own_texts(parsed: Parsed, content: bytes) -> dict[str, bytes]:
    """By symbol, in the order of the text.  No ``<module>`` or ``<imports>`` if there is no
    such text but blanks."""
    pieces: dict[str, list[bytes]] = {}
    for symbol, piece in _pieces(parsed, content):
        pieces.setdefault(symbol, []).append(piece)
    functions = {each.symbol for each in parsed.definitions if each.kind == "function"}
    texts = {
        symbol: _normal(parts, blank_lines=symbol in functions) for symbol, parts in pieces.items()
    }
    for rest in (IMPORTS, MODULE):
        if not texts.get(rest):
            texts.pop(rest, None)
    return texts


def _pieces(parsed: Parsed, content: bytes) -> Iterator[_Piece]:
    """The content cut where a definition or import begins or ends, each piece with its owner."""
    spans = sorted([*parsed.definitions, *parsed.imports], key=lambda span: (span.start, -span.end))
    open_now = [(MODULE, len(content))]
    at = 0
    for span in spans:
        while open_now[-1][1] <= span.start:
            owner, end = open_now.pop()
            yield owner, content[at:end]
            at = end
        yield open_now[-1][0], content[at : span.start]
        at = span.start
        owner = span.symbol if isinstance(span, Definition) else IMPORTS
        open_now.append((owner, span.end))
    for owner, end in reversed(open_now):
        yield owner, content[at:end]
        at = end


def _normal(pieces: list[bytes], *, blank_lines: bool) -> bytes:
    """Without blanks at the ends of lines; without blank lines too unless they may stand in a
    string, for outside of functions they come and go with the neighbours."""
    lines = [line.rstrip() for piece in pieces for line in piece.split(b"\n")]
    return b"\n".join(lines if blank_lines else filter(None, lines))
