"""One glob of a `.gitignore` or `.gitattributes` line, as git's ``wildmatch`` reads it.

It is not fnmatch, and not pathspec's translation either, which differs from git where a
bracket meets a ``/``, holds a POSIX class, an escape or a reversed range, for runs of three
stars, and for a ``**`` behind a literal.  What a glob means was taken from the description
in gitignore(5) and from comparing with ``git check-ignore``; the tests go on comparing.

Invariant: a glob that git finds malformed is no error, it just matches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

Matcher = Callable[[bytes], bool]

_SPECIAL: Final = re.compile(rb"[*?\[\\]")
_TOKEN: Final = re.compile(
    rb"(?P<stars>\*+)|(?P<any>\?)|(?P<set>\[)|\\(?P<quoted>.)|[^*?\[\\]+", re.DOTALL
)
_POSIX_CLASS: Final = re.compile(rb"\[:([^\]]*):\]")
_RANGE: Final = re.compile(rb"-[^\]]", re.DOTALL)
_SLASH: Final = ord("/")

_CLASSES: Final[dict[bytes, frozenset[int]]] = {
    name: frozenset(m.start() for m in re.finditer(rule, bytes(range(128)), re.DOTALL))
    for name, rule in {
        b"alnum": rb"[0-9A-Za-z]",
        b"alpha": rb"[A-Za-z]",
        b"blank": rb"[ \t]",
        b"cntrl": rb"[\x00-\x1f\x7f]",
        b"digit": rb"[0-9]",
        b"graph": rb"[!-~]",
        b"lower": rb"[a-z]",
        b"print": rb"[ -~]",
        b"punct": rb"[!-/:-@\[-`{-~]",
        b"space": rb"[\t-\r ]",
        b"upper": rb"[A-Z]",
        b"xdigit": rb"[0-9A-Fa-f]",
    }.items()
}


class _Malformed(Exception):
    """A glob that matches nothing; never leaves this module."""


def matcher(glob: bytes, *, by_name: bool) -> Matcher:
    """A test for whole names (which have no slash), or for whole relative paths.

    Most lines of most files are a plain name or ``*.suffix``; these need no regular
    expression, which would cost 0.1 ms each to compile.
    """
    if not _SPECIAL.search(glob):
        return glob.__eq__
    if by_name and glob.startswith(b"*") and not _SPECIAL.search(glob, 1):
        return _Suffix(glob[1:])
    return _Glob(glob)


class _Suffix:
    __slots__ = ("suffix",)

    def __init__(self, suffix: bytes) -> None:
        self.suffix = suffix

    def __call__(self, text: bytes) -> bool:
        return text.endswith(self.suffix)


class _Glob:
    """Compiled when it is first asked; many never are."""

    __slots__ = ("glob", "regex")

    def __init__(self, glob: bytes) -> None:
        self.glob = glob
        self.regex: re.Pattern[bytes] | None = None

    def __call__(self, text: bytes) -> bool:
        if self.regex is None:
            self.regex = re.compile(translate(self.glob) or rb"(?!)", re.DOTALL)
        return self.regex.fullmatch(text) is not None


def translate(glob: bytes) -> bytes | None:
    """The regular expression for the whole of a name or path; None if nothing can match."""
    special = _SPECIAL.search(glob)
    start = special.start() if special else len(glob)
    try:
        # Git compares the literal beginning first and hands only the rest to wildmatch.  So
        # a ``**`` that follows a literal stands at the start, and counts as a whole component.
        return re.escape(glob[:start]) + _translate(glob[start:])
    except _Malformed:
        return None


def _translate(glob: bytes) -> bytes:
    parts: list[bytes | None] = []  # None: any run of bytes within one component
    at = 0
    while at < len(glob):
        token = _TOKEN.match(glob, at)
        if token is None:  # a lone backslash at the end
            raise _Malformed
        at = token.end()
        if token["stars"]:
            part, at = _stars(glob, token.start(), at)
            parts.append(part)
        elif token["any"]:
            parts.append(rb"[^/]")
        elif token["set"]:
            part, at = _bracket(glob, at)
            parts.append(part)
        else:
            parts.append(re.escape(token["quoted"] or token[0]))
    return _join(parts)


def _stars(glob: bytes, start: int, end: int) -> tuple[bytes | None, int]:
    """What a run of stars becomes, and where to go on."""
    opens = start == 0 or glob[start - 1] == _SLASH
    rest = glob[end:]
    if end - start == 1 or not opens or not (not rest or rest.startswith((b"/", b"\\/"))):
        return None, end
    if rest.startswith(b"/"):
        return rb"(?:.*/)?", end + 1
    return rb".*", end


def _join(parts: list[bytes | None]) -> bytes:
    """Concatenate; a star gives back nothing once the literal behind it was found.

    The nearest place for that literal is as good as any later one if another star follows,
    because that star covers what lies between.  Without this, ``*a*a*a*a*b`` takes time in
    the fifth power of the name's length, and a `.gitignore` could stop every view.
    """
    runs: list[list[bytes]] = [[]]
    for part in parts:
        if part is None:
            runs.append([])
        else:
            runs[-1].append(part)
    out = [b"".join(runs[0])]
    for number, run in enumerate(runs[1:], 2):
        text = b"".join(run)
        simple = number < len(runs) and not any(part.startswith((b".*", b"(?:")) for part in run)
        out.append(b"(?>[^/]*?" + text + b")" if simple else b"[^/]*" + text)
    return b"".join(out)


def _bracket(glob: bytes, at: int) -> tuple[bytes, int]:
    """The set that opens before `at`, and the place behind its ``]``; never matches ``/``."""
    negated = glob[at : at + 1] in (b"!", b"^")
    at += negated
    chosen: set[int] = set()
    low: int | None = None  # what a ``-`` here would begin a range with
    first = True
    while first or glob[at : at + 1] != b"]":
        first = False
        found = _POSIX_CLASS.match(glob, at)
        if found:
            if found[1] not in _CLASSES:
                raise _Malformed
            chosen |= _CLASSES[found[1]]
            low, at = None, found.end()
        elif low is not None and _RANGE.match(glob, at):
            high, at = _member(glob, at + 1)
            chosen.update(range(low, high + 1))
            low = None
        else:
            low, at = _member(glob, at)
            chosen.add(low)
    wanted = (set(range(256)) - chosen if negated else chosen) - {_SLASH}
    if not wanted:
        return rb"(?!)", at + 1
    return b"[" + b"".join(b"\\x%02x" % byte for byte in sorted(wanted)) + b"]", at + 1


def _member(glob: bytes, at: int) -> tuple[int, int]:
    """One byte of a set, maybe behind a backslash, and the place after it."""
    at += glob[at : at + 1] == b"\\"
    if at >= len(glob):
        raise _Malformed
    return glob[at], at + 1
