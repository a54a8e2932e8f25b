"""How often each word should be in a result, wherever it is.

Coarse, and quick: it says early that no way to match can account for a result.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, NamedTuple

from agentfs.merge.verify.inputs.judged import Changed
from agentfs.merge.verify.inputs.texts import Lines, words_of

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


class NameChanges(NamedTuple):
    put: set[bytes]
    """Names that a side has more often than base."""
    taken: set[bytes]
    """Those that it has less often."""


def name_changes(changed: Changed) -> NameChanges:
    more, less = _names(changed.more), _names(changed.less)
    return NameChanges({*(more - less)}, {*(less - more)})


def taken_and_used(left: NameChanges, right: NameChanges) -> set[bytes]:
    """Names that one side has less often than base, and the other more often."""
    return (left.put & right.taken) | (right.put & left.taken)


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
