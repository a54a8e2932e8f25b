"""How an engine's result compares with the human's, and which conflicts the inputs decide."""

from __future__ import annotations

import ast
import enum
import warnings
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from agentfs.model.ids import RepoPath
from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.languages import language_of
from tools.replay.engines import Attempt
from tools.replay.history import Case


class Verdict(enum.Enum):
    """Of several the first that is true."""

    FAILED = "failed"
    """It raised, ended badly or took too long."""
    CONFLICT = "conflict"
    SAME = "same"
    """Byte for byte the human's."""
    BROKEN = "broken"
    """A parser that accepts all inputs refuses it."""
    BLANKS = "blanks"
    """The human's but for blanks and line ends."""
    ORDER = "order"
    """The human's lines in another order, blanks aside."""
    DIFFERENT = "different"


AS_HUMAN: Final = (Verdict.SAME, Verdict.BLANKS, Verdict.ORDER)
_MARKERS: Final = (b"<<<<<<<", b">>>>>>>")


def verdict_of(case: Case, attempt: Attempt) -> Verdict:
    if attempt.fault:
        return Verdict.FAILED
    if not attempt.clean:
        return Verdict.CONFLICT
    if attempt.text == case.human:
        return Verdict.SAME
    if _broken(case, attempt.text):
        return Verdict.BROKEN
    if _squeezed(attempt.text) == _squeezed(case.human):
        return Verdict.BLANKS
    if Counter(_lines(attempt.text)) == Counter(_lines(case.human)):
        return Verdict.ORDER
    return Verdict.DIFFERENT


def decidable(case: Case, one_sided: Collection[bytes]) -> bool:
    """Whether the inputs decide a conflict of git's, going by the human's result.

    They do if every line of it is in an input, blanks aside, and it is not what comes of taking
    one side throughout: the whole file (then the person may have thrown the other away), or in
    each of git's conflicts (`one_sided`).  A result with conflict markers decides nothing.
    """
    if any(line.startswith(_MARKERS) for line in case.human.splitlines()):
        return False
    known = {line for text in (case.base, case.left, case.right) for line in _lines(text)}
    if not known.issuperset(_lines(case.human)):
        return False
    human = _squeezed(case.human)
    return all(_squeezed(text) != human for text in (case.left, case.right, *one_sided))


def _lines(text: bytes) -> Iterator[bytes]:
    """Without blanks; empty ones left out."""
    return filter(None, map(_squeezed, text.split(b"\n")))


def _squeezed(text: bytes) -> bytes:
    return b"".join(text.split())


def _broken(case: Case, text: bytes) -> bool:
    accepted = _accepted(case.path, text)
    if all(accepted):
        return False
    inputs = [_accepted(case.path, each) for each in (case.base, case.left, case.right)]
    return any(
        not sound and all(each[parser : parser + 1] == (True,) for each in inputs)
        for parser, sound in enumerate(accepted)
    )


def _accepted(path: str, text: bytes) -> tuple[bool, ...]:
    """What each parser of that language says: the grammar's, and Python's own."""
    language = language_of(RepoPath(path.encode()), text)
    if language is None or not language.grammar:
        return ()
    sound = not parse_tree(language.grammar, text).root_node.has_error
    return (sound, _compiles(text)) if language.reader == "python" else (sound,)


def _compiles(text: bytes) -> bool:
    try:
        with warnings.catch_warnings(action="ignore"):
            ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
