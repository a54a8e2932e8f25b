"""A result is woven from the sides, or it is not; against all ways to weave, tried one by one."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.verify.inputs.texts import Words, words_in
from agentfs.merge.verify.words.weave import Strand, woven


def words(text: str) -> Words:
    """Each letter a word on a line of its own."""
    return words_in([letter.encode() for letter in text])


def strands(base: str, left: str, right: str) -> tuple[Strand, Strand]:
    """Of sides that only delete letters of base and put in others, which are capitals."""
    sides = (left, right)
    places = [{letter: at for at, letter in enumerate(side)} for side in sides]
    found = []
    for side, there in zip(sides, reversed(places), strict=True):
        kin = [there.get(letter, -1) if letter in base else -1 for letter in side]
        gone = [letter in base and letter not in there for letter in side]
        found.append(Strand(words(side), kin, gone))
    return found[0], found[1]


def ways(base: str, left: str, right: str) -> Iterator[str]:
    """All that can be woven of two such sides."""
    if not left and not right:
        yield ""
    one, other = left[:1], right[:1]
    if one and one in base and one not in right:
        yield from ways(base, left[1:], right)
    elif other and other in base and other not in left:
        yield from ways(base, left, right[1:])
    else:
        if one and one not in base:
            yield from (one + rest for rest in ways(base, left[1:], right))
        if other and other not in base:
            yield from (other + rest for rest in ways(base, left, right[1:]))
        if one and one == other and one in base:
            yield from (one + rest for rest in ways(base, left[1:], right[1:]))


def edited(draw: st.DrawFn, base: str, new: str) -> str:
    kept = "".join(letter for letter in base if draw(st.booleans()))
    at = draw(st.integers(0, len(kept)))
    return kept[:at] + new[: draw(st.integers(0, len(new)))] + kept[at:]


@st.composite
def merges(draw: st.DrawFn) -> tuple[str, str, str]:
    base = "abc"
    return base, edited(draw, base, "XY"), edited(draw, base, "ZW")


@given(merges())
def test_what_can_be_woven_is_woven(texts: tuple[str, str, str]) -> None:
    base, left, right = texts
    known = sorted({*ways(base, left, right)})
    ours, theirs = strands(base, left, right)
    for result in known:
        found = woven(ours, theirs, words(result))
        assert found is not None
        for side, made in zip((left, right), found, strict=True):
            there = [at for at in made if at >= 0]
            assert there == sorted(there)
            assert [result[at] for at in there] == [side[n] for n, at in enumerate(made) if at >= 0]


@given(merges(), st.text("abcXYZW", max_size=7))
def test_what_cannot_be_woven_is_not(texts: tuple[str, str, str], result: str) -> None:
    base, left, right = texts
    is_woven = woven(*strands(base, left, right), words(result)) is not None
    assert is_woven is (result in {*ways(base, left, right)})


def test_what_a_side_deleted_is_not_woven_in() -> None:
    ours, theirs = strands("ab", "aXb", "b")
    assert woven(ours, theirs, words("Xb")) == ([-1, 0, 1], [1])
    assert woven(ours, theirs, words("aXb")) is None


def test_separators_come_and_go() -> None:
    ours, theirs = strands("ab", "aXb", "ab")
    assert woven(ours, theirs, words("a,Xb")) == ([0, 2, 3], [0, 3])
    assert woven(ours, theirs, words("a+Xb")) is None
