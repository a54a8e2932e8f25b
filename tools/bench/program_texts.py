"""Python files of any length, made up, and what two people did to each.

Deterministic.  A file is a row of definitions of varied shape, no two alike and all of different
names; each side works on its own ones, and where a conflict is wanted both work on one.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

SEED: Final = 20
_WORDS: Final = (
    *("cache", "entry", "token", "reader", "packet", "window", "route", "handle", "offset"),
    *("record", "limit", "owner", "query", "result", "signal", "buffer", "state", "worker"),
)


@dataclass(frozen=True)
class Texts:
    base: bytes
    left: bytes
    right: bytes


def texts_of(lines: int, *, conflicts: bool) -> Texts:
    """Three texts of about that many lines; each side changed one definition in ten.

    With `conflicts` both sides also worked on one definition in twenty, or beside it, so that
    their lines conflict: most of these have an answer, some have none.
    """
    source = random.Random(SEED)
    base: list[str] = ["import os\nimport re\nimport sys\n"]
    while sum(block.count("\n") + 2 for block in base) < lines:
        base.append(_block(source, len(base)))
    left, right = list(base), list(base)
    for at in range(1, len(base)):
        if conflicts and at % 20 == 10:
            left[at], right[at] = _COLLISIONS[at // 20 % len(_COLLISIONS)](base[at], at)
        elif at % 10 == 3:
            left[at] = _edited(base[at], at)
        elif at % 10 == 7:
            right[at] = _edited(base[at], at)
    return Texts(*("\n\n".join(blocks).encode() for blocks in (base, left, right)))


def _block(source: random.Random, number: int) -> str:
    one, two, three = (f"{word}_{number}" for word in source.sample(_WORDS, 3))
    shape = source.choice((_function, _class, _table, _generator))
    return shape(one, two, three, source.randint(1, 4))


def _function(one: str, two: str, three: str, size: int) -> str:
    steps = "".join(
        f"    if {two} > {step}:\n        {two} = {one}.get({two}, {step}) + {step}\n"
        for step in range(size)
    )
    return (
        f"def make_{one}({one}, {two}=None, *, {three}=0):\n"
        f'    """The {one} for `{two}`, or None."""\n'
        f"    {two} = {two} or {one}.default()\n"
        f"{steps}"
        f"    return {one}, {two}, {three}\n"
    )


def _class(one: str, two: str, three: str, size: int) -> str:
    methods = "\n".join(
        f"    def {two}_at_{step}(self, where):\n"
        f"        # {three} comes last\n"
        f"        with self.{two} as held:\n"
        f"            return held[where : where + {step}], {{'{three}': {step}}}\n"
        for step in range(size)
    )
    return (
        f"class {one.title()}(Base):\n"
        f'    """Holds `{two}`.\n\n    Not for {three}.\n    """\n\n'
        f"    {three} = {size}\n\n"
        f"    def __init__(self, {two}):\n"
        f"        self.{two} = {two}\n\n"
        f"{methods}"
    )


def _table(one: str, two: str, three: str, size: int) -> str:
    entries = "".join(
        f'    "{two}.{step}": ({step}, "{three}", [{step}, {step + 1}]),\n' for step in range(size)
    )
    return f"{one.upper()} = {{\n{entries}}}\n"


def _generator(one: str, two: str, three: str, size: int) -> str:
    return (
        f"@decorated({size})\n"
        f"def each_{one}(paths):\n"
        f"    for {two} in paths:\n"
        f"        try:\n"
        f"            {three} = open({two}, encoding='utf-8')\n"
        f"        except OSError as error:\n"
        f"            log(f'{{error}}: {two}')\n"
        f"            continue\n"
        f"        yield from (line.strip() for line in {three})\n"
    )


def _edited(block: str, at: int) -> str:
    """As one side leaves a definition alone with it: longer, shorter or other by a line."""
    lines = block.splitlines(keepends=True)
    middle = len(lines) // 2
    match at // 10 % 3:
        case 0:
            lines[middle] = lines[middle].replace("\n", f"  # see {at}\n")
        case 1:
            return block + f"\n\ndef added_{at}(one, two):\n    return one + two * {at}\n"
        case _:
            lines[-1] = lines[-1].replace("\n", f"  # last of {at}\n")
    return "".join(lines)


def _both_add(block: str, at: int) -> tuple[str, str]:
    names = (f"ours_{at}", f"theirs_{at}")
    left, right = (
        f"{block}\n\ndef {name}(argument):\n    return {name!r}, argument\n" for name in names
    )
    return left, right


def _neighbours(block: str, at: int) -> tuple[str, str]:
    """Two lines that follow each other."""
    lines = block.splitlines(keepends=True)
    left, right = list(lines), list(lines)
    left[-2] = left[-2].replace("\n", "  # ours\n")
    right[-1] = right[-1].replace("\n", "  # theirs\n")
    return "".join(left), "".join(right)


def _same_line(block: str, at: int) -> tuple[str, str]:
    """One line, two ways: nobody can know."""
    return block.replace("\n", f"  # {at} ours\n", 1), block.replace("\n", f"  # {at} theirs\n", 1)


def _indented(block: str, at: int) -> tuple[str, str]:
    """One puts a condition around it, the other changes a line in it."""
    inner = "".join(f"    {line}" if line.strip() else line for line in block.splitlines(True))
    return f"if sys.platform != 'p{at}':\n{inner}", _neighbours(block, at)[1]


def _deleted(block: str, at: int) -> tuple[str, str]:
    return f"# {at} is gone\n", _neighbours(block, at)[0]


_COLLISIONS: Final[Sequence[Callable[[str, int], tuple[str, str]]]] = (
    *(_both_add, _neighbours, _same_line, _both_add, _indented, _neighbours, _deleted),
)
