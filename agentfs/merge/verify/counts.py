"""How often each word should be in a result, wherever it is.

Coarse, and quick: it says early that no way to match can account for a result.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from agentfs.merge.verify.texts import Lines, words_of

NAME: Final = re.compile(rb"[A-Za-z_$\x80-\xff][\w$\x80-\xff]*")
"""Of code, in any language."""


def miscounted(base: Lines, left: Lines, right: Lines, result: Lines) -> set[bytes]:
    """Words that are there more or less often than both sides together can have asked for.
    Where both put in or both deleted a word, that may have been the same edit."""
    lines = [Counter(text) for text in (base, left, right, result)]
    in_base, in_left, in_right, in_result = (_words(each, lines) for each in lines)
    found = set()
    for word in in_base.keys() | in_left.keys() | in_right.keys() | in_result.keys():
        ours, theirs = in_left[word] - in_base[word], in_right[word] - in_base[word]
        wanted = in_base[word] + ours + theirs
        same = min(abs(ours), abs(theirs)) if ours * theirs > 0 else 0
        low, high = (wanted - same, wanted) if ours > 0 else (wanted, wanted + same)
        if not low <= in_result[word] <= high:
            found.add(word)
    return found


def taken_and_used(base: bytes, left: bytes, right: bytes) -> set[bytes]:
    """Names that one side has less often than base, and the other more often."""
    lines = [Counter(text.split(b"\n")) for text in (base, left, right)]
    (more_left, less_left), (more_right, less_right) = (
        (_names(side - lines[0]), _names(lines[0] - side)) for side in lines[1:]
    )
    taken_left, taken_right = less_left - more_left, less_right - more_right
    put_left, put_right = more_left - less_left, more_right - less_right
    return (put_left.keys() & taken_right.keys()) | (put_right.keys() & taken_left.keys())


def more_used(base: bytes, side: bytes) -> set[bytes]:
    """Names that a side has more often than base."""
    old, new = Counter(base.split(b"\n")), Counter(side.split(b"\n"))
    return {*(_names(new - old) - _names(old - new))}


def _names(lines: Counter[bytes]) -> Counter[bytes]:
    return Counter(name for line in lines.elements() for name in NAME.findall(line))


def _words(text: Counter[bytes], all_texts: list[Counter[bytes]]) -> Counter[bytes]:
    """Of the lines that not all texts have equally often."""
    words: Counter[bytes] = Counter()
    for line in {line for each in all_texts for line in each}:
        if len({each[line] for each in all_texts}) > 1 and (times := text[line]):
            for word in words_of(line):
                words[word] += times
    return words
