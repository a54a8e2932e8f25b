"""A file's definitions with what two files must agree in for a definition to be the same.

Whose member each is, what it is called there, and its text in a form in which neither another
place nor another name shows: without the indentation that the place gives it, and with marks
instead of its own name and its owner's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from agentfs.syntax.definitions import Definition, Parsed

OWNERS: Final = frozenset({"class", "type", "module"})
"""Kinds of definitions whose members may stand beside them: Go's methods, Rust's."""

_WORD: Final = re.compile(rb"\w+")
_OWN_NAME: Final = b"\0"
_OWNER_NAME: Final = b"\1"


@dataclass(frozen=True, eq=False)
class Member:
    """One definition of one text; equal to nothing but itself."""

    definition: Definition
    number: int
    """Where it is among the definitions of its text, in their order."""
    base: str
    """Its symbol without ``#2``."""
    owner: Member | None
    """What its symbol says that it is in: what stands around it, else what bears that name."""
    container: Member | None
    """What stands around it."""
    own: bytes
    """As in `own_texts`."""
    content: bytes
    indented: bool
    """Whether indentation has meaning."""

    @property
    def symbol(self) -> str:
        return self.definition.symbol

    @property
    def kind(self) -> str:
        return self.definition.kind

    @cached_property
    def name(self) -> str:
        """As its owner knows it."""
        return self.base[len(self.owner.base) + 1 :] if self.owner else self.base

    @cached_property
    def role(self) -> str:
        """Its name, but for one that it has from its owner: a constructor's."""
        return self.name.replace(self.owner.name, "\0") if self.owner else self.name

    @cached_property
    def own_form(self) -> bytes:
        """Its own text, for comparison with that of a definition elsewhere."""
        return self._marked(self._unplaced(self.own))

    @cached_property
    def form(self) -> bytes:
        """The same with all that is in it."""
        whole = self.content[self.definition.start : self.definition.end]
        return self._marked(self._unplaced(whole))

    @cached_property
    def words(self) -> Counter[bytes]:
        return Counter(_WORD.findall(self.form))

    @cached_property
    def size(self) -> int:
        return self.words.total()

    def _unplaced(self, text: bytes) -> bytes:
        """Without blank lines and blanks at the ends of lines, and without indentation: the
        definition's own, if that of its lines against each other has meaning, else all."""
        indent = self._indent() if self.indented else b""
        lines = []
        for line in text.split(b"\n"):
            cut = line.rstrip()
            if cut:
                lines.append(cut.removeprefix(indent) if self.indented else cut.lstrip())
        return b"\n".join(lines)

    def _indent(self) -> bytes:
        start = self.definition.start
        before = self.content[self.content.rfind(b"\n", 0, start) + 1 : start]
        return before if before.isspace() else b""

    def _marked(self, text: bytes) -> bytes:
        marks: dict[bytes, bytes] = {}
        for member, mark in ((self.owner, _OWNER_NAME), (self, _OWN_NAME)):
            for part in member.name.split(".") if member else ():
                name = part.encode()
                if _WORD.fullmatch(name):
                    marks[name] = mark
                elif name:
                    # A name of several words may have words that mean something in the text.
                    text = text.replace(name, mark, 1 if b" " in name else -1)
        return _WORD.sub(lambda word: marks.get(word[0], word[0]), text) if marks else text


def members_of(
    parsed: Parsed, content: bytes, texts: Mapping[str, bytes], *, indented: bool
) -> list[Member]:
    """In the order of the text.  `texts` are its `own_texts`."""
    definitions = parsed.definitions
    bases = _bases(definitions)
    around = _around(definitions)
    beside: dict[str, int] = {}
    for number, definition in enumerate(definitions):
        if definition.kind in OWNERS:
            beside.setdefault(bases[number], number)
    found: dict[int, Member] = {}
    # An owner's symbol is shorter, so it is there before its members.
    for number in sorted(range(len(definitions)), key=lambda number: len(bases[number])):
        definition = definitions[number]
        inside = around[number]
        owner = inside if inside is not None else _beside(bases[number], beside)
        found[number] = Member(
            definition=definition,
            number=number,
            base=bases[number],
            owner=None if owner is None else found[owner],
            container=None if inside is None else found[inside],
            own=texts.get(definition.symbol, b""),
            content=content,
            indented=indented,
        )
    return [found[number] for number in range(len(definitions))]


def _bases(definitions: Sequence[Definition]) -> list[str]:
    """The symbols without the numbers that tell them apart."""
    seen: Counter[str] = Counter()
    bases = []
    for definition in definitions:
        base, _, number = definition.symbol.rpartition("#")
        # Some languages have names that end so.
        if not seen[base] or number != str(seen[base] + 1):
            base = definition.symbol
        seen[base] += 1
        bases.append(base)
    return bases


def _around(definitions: Sequence[Definition]) -> list[int | None]:
    """The number of the definition that each is in."""
    around: list[int | None] = []
    open_now: list[int] = []
    for number, definition in enumerate(definitions):
        while open_now and definitions[open_now[-1]].end <= definition.start:
            open_now.pop()
        around.append(open_now[-1] if open_now else None)
        open_now.append(number)
    return around


def _beside(base: str, owners: Mapping[str, int]) -> int | None:
    """Whose member `base` is by its symbol."""
    while "." in base:
        base = base.rpartition(".")[0]
        if base in owners:
            return owners[base]
    return None
