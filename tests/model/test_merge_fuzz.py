"""Inputs that are no programs any more: the engine never raises, never hangs, loses nothing.

A hang is what the time limit of every test finds; how fast merges are is a benchmark's business.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agentfs.merge.merge3 import merge3
from agentfs.merge.values import MergeResult
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import LANGUAGES, language_of
from agentfs.syntax.profile import Profile
from tests.support.programs import profile_of, text_of, three_programs

Texts = tuple[bytes, bytes, bytes]

PROGRAMS: Final = ("python", "typescript", "java", "go", "rust", "json")
OTHERS: Final = ("c", "cpp", "ruby", "bash", "yaml", "markdown", "html", "css", "sql", "haskell")
NOISE: Final = (
    *(b"\0", b"\xff\xfe", b"\xc3", b"\r", b"\r\n", b"\n", b"\t", b"\x0c", b"\xe2\x80\xa8", b'"'),
    *(
        b"'''",
        b"{",
        b"}",
        b"(",
        b")",
        b"]",
        b"/*",
        b"*/",
        b"#",
        b"//",
        b"`",
        b"\\",
        b"${",
        b"<<EOF\n",
    ),
    *(
        b"<<<<<<< a\n",
        b"=======\n",
        b">>>>>>> b\n",
        b"\xef\xbb\xbf",
        b"else:",
        b";",
        b"=",
        b"a" * 300,
    ),
)
DEPTH: Final = 3_000
LENGTH: Final = 40_000

hostile = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def named(name: str) -> Profile:
    return next(profile for profile in LANGUAGES if profile.name == name)


@st.composite
def mutated(draw: st.DrawFn, text: bytes) -> bytes:
    """Cut, doubled or with noise in it, at up to four places."""
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        to = draw(st.integers(at, min(len(text), at + 60)))
        match draw(st.sampled_from(("cut", "noise", "double", "truncate"))):
            case "cut":
                text = text[:at] + text[to:]
            case "noise":
                text = text[:at] + draw(st.sampled_from(NOISE)) + text[at:]
            case "double":
                text = text[:to] + text[at:]
            case _:
                text = text[:to]
    return text


def alphabet() -> st.SearchStrategy[bytes]:
    """Random bytes with much in common: lines of a small pool, in any order."""
    line = st.one_of(st.sampled_from(NOISE), st.binary(max_size=8)).map(lambda text: text + b"\n")
    return st.lists(line, max_size=12).map(b"".join)


def check(texts: Texts, language: Profile | None) -> MergeResult:
    base, left, right = texts
    result = merge3(base, left, right, language)
    assert merge3(base, left, right, language) == result
    assert lost(texts, result) == []
    for side in (left, right):
        for three in ((base, base, side), (base, side, base), (base, side, side)):
            unchanged = merge3(*three, language)
            assert unchanged.clean
            assert unchanged.text_with("left") == side
    return result


def lost(texts: Texts, result: MergeResult) -> list[bytes]:
    """Lines that all three have, once each, and that are neither in the text nor in a conflict."""
    counts = [Counter(line.strip() for line in text.splitlines()) for text in texts]
    kept = [line for line in counts[0] if line and all(count[line] == 1 for count in counts)]
    there = {
        line.strip() for side in ("left", "right") for line in result.text_with(side).splitlines()
    }
    return [line for line in kept if line not in there]


@pytest.mark.parametrize("language", PROGRAMS)
@hostile
@given(data=st.data())
def test_mutated_programs(language: str, data: st.DataObject) -> None:
    three = data.draw(three_programs())
    base, left, right = (data.draw(mutated(text_of(each, language))) for each in three)
    check((base, left, right), profile_of(language))


@pytest.mark.parametrize("language", [*PROGRAMS, *OTHERS])
@hostile
@given(base=alphabet(), left=alphabet(), right=alphabet())
def test_random_bytes(language: str, base: bytes, left: bytes, right: bytes) -> None:
    check((base, left, right), named(language))


@pytest.mark.parametrize("profile", LANGUAGES, ids=lambda profile: profile.name)
def test_a_program_in_the_wrong_language(profile: Profile) -> None:
    """Whatever a file's name says."""
    base = b"def one(a):\n    return [a, {'b': 1}]\n\n\nclass Two:\n    three = (4,\n"
    left = base.replace(b"a,", b"a, c,") + b"<four five='6'>&amp;\n"
    right = base.replace(b"4,", b"4, 5,") + b"seven: {\n  - eight\n"
    check((base, left, right), profile)


NESTED: Final = {
    "brackets": ("python", b"[" * DEPTH, b"1", b"]" * DEPTH),
    "objects": ("json", b'{"a":\n' * DEPTH, b"1", b"}" * DEPTH),
    "blocks": ("java", b"class A {\n" * DEPTH, b"int a;\n", b"}\n" * DEPTH),
    "elements": ("html", b"<p>\n" * DEPTH, b"text\n", b"</p>\n" * DEPTH),
    "unclosed": ("rust", b"fn a() {\n" * DEPTH, b"b();\n", b""),
    "conditions": (
        "go",
        b"package a\nfunc b() {\n" + b"if c {\n" * DEPTH,
        b"d()\n",
        b"}\n" * DEPTH,
    ),
    "operators": ("typescript", b"let a = " + b"1 +\n" * DEPTH, b"2", b";\n"),
}


@pytest.mark.parametrize("case", NESTED)
def test_deep_nesting(case: str) -> None:
    """Both change what is inside, in ways that no lines merge: into the depth and out again."""
    language, before, inside, after = NESTED[case]
    base, left, right = (before + text + after for text in (inside, inside * 2, inside * 3))
    result = check((base, left, right), named(language))
    assert after in result.text_with("left")


@pytest.mark.parametrize("language", PROGRAMS)
def test_very_long_lines(language: str) -> None:
    """One line: an array that no person wrote, and what both did to it."""
    entries = [b"%d" % number for number in range(LENGTH // 6)]
    begin, end = {
        "python": (b"a = [", b"]\n"),
        "typescript": (b"const a = [", b"];\n"),
        "java": (b"class A { int[] a = {", b"}; }\n"),
        "go": (b"package a\nvar b = []int{", b"}\n"),
        "rust": (b"const A: [i32; 9] = [", b"];\n"),
        "json": (b"[", b"]\n"),
    }[language]

    def text(changed: dict[int, bytes]) -> bytes:
        return begin + b", ".join(changed.get(at, each) for at, each in enumerate(entries)) + end

    last = len(entries) - 5
    result = merge3(text({}), text({5: b"-1"}), text({last: b"-2"}), profile_of(language))
    assert result.text_with("left").startswith(begin)
    if result.clean:
        assert result.text_with("left") == text({5: b"-1", last: b"-2"})


@pytest.mark.parametrize("name", ["a.py", "a.json", "a.unknown"])
@pytest.mark.parametrize("where", range(3))
def test_a_nul_makes_it_binary(name: str, where: int) -> None:
    """What is binary is never merged by halves."""
    texts = [
        b"a = 1\nb = 2\n\n\nc = 3\n",
        b"a = 0\nb = 2\n\n\nc = 3\n",
        b"a = 1\nb = 2\n\n\nc = 4\n",
    ]
    texts[where] += b"\0"
    result = check((texts[0], texts[1], texts[2]), language_of(RepoPath(name.encode()), texts[0]))
    assert not result.clean
    assert [result.text_with("left"), result.text_with("right")] == texts[1:]
