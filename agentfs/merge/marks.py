"""Marks that are a matter of taste, where one side alone gave all of a text another.

That is settled before the rest, as line ends are: what the other side puts in gets it, too.
"""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.marks import marks_in, with_mark
from agentfs.syntax.profile import Profile

LARGEST: Final = 1 << 20
"""Bytes of a text that is parsed for its marks."""
_MARKED: Final = re.compile(rb"^[ \t>]*[^\w\s][ \t].*$", re.MULTILINE)
"""A line that may have a mark."""

_Texts = tuple[bytes, bytes, bytes]


def with_one_mark(texts: _Texts, language: Profile | None) -> _Texts:
    """Base, left and right, all with the mark that the merged text has; as they are if one of
    them has several, or each another.  Raises GrammarMissing."""
    if language is None or not language.marks or not _may_have_other_marks(texts):
        return texts
    places = [marks_in(parse_tree(language.grammar, text), text, language) for text in texts]
    used = [
        {text[start:end] for start, end in spans} for text, spans in zip(texts, places, strict=True)
    ]
    if any(len(each) != 1 for each in used):
        return texts
    base, left, right = (each.pop() for each in used)
    if left == right or base not in (left, right):
        return texts
    mark = right if left == base else left
    one, two, three = (with_mark(*each, mark) for each in zip(texts, places, strict=True))
    return one, two, three


def _may_have_other_marks(texts: _Texts) -> bool:
    """Whether a side left few lines with marks as they were: who changes all changes most."""
    if max(map(len, texts)) > LARGEST:
        return False
    base, left, right = (set(_MARKED.findall(text)) for text in texts)
    return any(2 * len(base & side) < len(base) for side in (left, right))
