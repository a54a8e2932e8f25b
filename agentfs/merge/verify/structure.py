"""What a result's structure gives away: syntax errors, things that are stated twice, and edits
that are in another definition than that of their author.

Only what no input has counts.  The result is parsed once; the inputs are parsed only if
something in the result looks wrong.
"""

from __future__ import annotations

import ast
import re
import tomllib
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.embedded import held_in
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Things
from agentfs.merge.verify.names import bindings, lexical, scopes
from agentfs.merge.verify.names.arity import outdated
from agentfs.merge.verify.names.asked import asked_in_vain
from agentfs.merge.verify.names.awaited import unawaited
from agentfs.merge.verify.names.belonging import parts_gone
from agentfs.merge.verify.names.constants import given_anew
from agentfs.merge.verify.names.early import used_too_early
from agentfs.merge.verify.names.leaving import leaving_nothing
from agentfs.merge.verify.names.members import left_behind
from agentfs.merge.verify.names.mentions import left_undefined
from agentfs.merge.verify.names.owed import not_given
from agentfs.merge.verify.names.rebound import defined_otherwise
from agentfs.merge.verify.names.remade import used_as_before
from agentfs.merge.verify.names.returned import returned_otherwise
from agentfs.merge.verify.names.signatures import called_otherwise
from agentfs.merge.verify.statements.described import misdescribing
from agentfs.merge.verify.statements.doubles import doubled
from agentfs.merge.verify.statements.entries import doubled_entries
from agentfs.merge.verify.statements.granted import given_twice
from agentfs.merge.verify.statements.owners import misplaced
from agentfs.merge.verify.statements.released import in_a_release
from agentfs.merge.verify.statements.reopened import doubled_in_others
from agentfs.merge.verify.statements.sections import outside_section
from agentfs.syntax.grammars import ERRATIC

LARGEST: Final = 1 << 20
"""Bytes.  A larger text is not parsed."""
_BROKEN: Final = "the result has a syntax error that no input has"
_AT_LINE: Final = re.compile(r"at line (\d+)")


def structural(judged: Judged) -> Iterator[Finding]:
    """Raises GrammarMissing if the installation is broken."""
    profile = judged.profile
    if profile.lines is not None:
        yield from doubled_entries(judged.inputs, judged.result, profile.lines)
    yield from left_undefined(judged.inputs, judged.result, profile)
    if not profile.grammar or any(b"\0" in each for each in judged.texts):
        return
    if max(map(len, judged.texts)) > LARGEST:
        return
    if profile.grammar in ERRATIC:
        if any(each.tree.root_node.has_error for each in judged.known):
            return
        if judged.stated.tree.root_node.has_error:
            yield Finding(FindingKind.BROKEN, "", 1, _BROKEN)
            return
    if broken := _broken(judged):
        yield broken
    if profile.reader == "python":
        yield from scopes.left_unbound(judged)
    elif profile.lexical is not None:
        yield from lexical.left_unbound(judged)
    else:
        yield from bindings.left_unbound(judged)
    if profile.definitions:
        yield from called_otherwise(judged)
    yield from left_behind(judged)
    yield from asked_in_vain(judged)
    yield from unawaited(judged)
    yield from returned_otherwise(judged)
    yield from given_twice(judged)
    yield from not_given(judged)
    yield from parts_gone(judged)
    yield from used_as_before(judged)
    yield from used_too_early(judged)
    yield from given_anew(judged)
    yield from defined_otherwise(judged)
    yield from outdated(judged)
    yield from doubled(judged)
    yield from doubled_in_others(judged)
    yield from outside_section(judged)
    yield from in_a_release(judged)
    yield from leaving_nothing(judged)
    yield from misplaced(judged)
    yield from misdescribing(judged)
    for held in held_in(judged):
        for finding in structural(held.judged):
            yield replace(finding, line=finding.line + held.row)


def _broken(judged: Judged) -> Finding | None:
    result, profile = judged.result, judged.profile
    largest, readers = _READERS.get(profile.reader, (0, ()))
    if len(result) > largest:
        readers = ()
    if readers and not _error_line(readers[0], result):
        return None  # whatever the grammar says
    for reader in readers:
        line = _error_line(reader, result)
        if line and not any(_error_line(reader, text) for text in judged.inputs):
            reason = f"a reader of {profile.name} cannot read the result"
            return Finding(FindingKind.BROKEN, "", line, reason)
    if not judged.stated.tree.root_node.has_error:
        return None
    errors = _errors(judged.stated)
    base, left, right = map(_errors, judged.known)
    if len(errors) <= max(len(base), len(left), len(right), len(left) + len(right) - len(base)):
        return None
    known = {line for _, line in base}
    if not all(line in known for _, line in (*left, *right)):
        # What a side broke may break in another way, and elsewhere, among other lines.
        return None
    fresh = [(row, line) for row, line in errors if line not in known]
    if base and left and right:
        # All are of a kin of the language: where its parser stumbles is chance.
        fresh = [each for each in fresh if not _stands_so(each[0], result, judged.inputs)]
    if not fresh:
        return None
    row, text = fresh[0]
    what = text.decode("utf-8", "replace")[:40]
    return Finding(FindingKind.BROKEN, what, row + 1, _BROKEN)


def _stands_so(row: int, result: bytes, texts: tuple[bytes, ...]) -> bool:
    """Whether a text has that line between the same neighbours."""
    lines = result.split(b"\n")[max(row - 1, 0) : row + 2]
    return any(b"\n" + b"\n".join(lines) + b"\n" in b"\n" + text + b"\n" for text in texts)


def _parsed(text: bytes) -> None:
    ast.parse(text)


def _loaded(text: bytes) -> None:
    """Finds a key that is stated twice, however it is written: ``a.b = 1`` and ``[a.b]``."""
    tomllib.loads(text.decode())


_READERS: Final[dict[str, tuple[int, tuple[Callable[[bytes], object], ...]]]] = {
    "python": (LARGEST, (scopes.analysed, _parsed)),
    "toml": (LARGEST >> 2, (_loaded,)),
}
"""By `Profile.reader`: what decides whether a text is of its language, up to how many
bytes it does so in good time.  What the first one can read is of it."""


def _error_line(reader: Callable[[bytes], object], text: bytes) -> int:
    """The line that cannot be read, or 0."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader(text)
    except SyntaxError as error:
        return error.lineno or 1
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        return int(at[1]) if at else 1
    except (ValueError, RecursionError, MemoryError):
        return 1
    return 0


def _errors(things: Things) -> list[tuple[int, bytes]]:
    """The row and the line of each ERROR and MISSING node, in order."""
    rows = []
    waiting = [things.tree.root_node]
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            rows.append(node.start_point.row)
        elif node.has_error:
            waiting += reversed(node.children)
    lines = things.text.split(b"\n") if rows else []
    return [(row, lines[row].strip() if row < len(lines) else b"") for row in rows]
