"""Marks that are a matter of taste, where one side alone gave all of a text another.

That is settled before the rest, as line ends are: what the other side puts in gets it, too.
"""

from __future__ import annotations

from agentfs.syntax.marks import marks_in, with_mark
from agentfs.syntax.profile import Profile

_Texts = tuple[bytes, bytes, bytes]


def with_one_mark(texts: _Texts, language: Profile | None) -> _Texts:
    """Base, left and right, all with the mark that the merged text has; as they are if one of
    them has several, or each another.  Raises GrammarMissing."""
    if language is None or not language.marks:
        return texts
    places = [marks_in(text, language) for text in texts]
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
