"""Comments that a side left behind are things of their own, in all versions."""

from __future__ import annotations

from agentfs.merge.structured.matching.stayed import with_comments_that_stay
from tests.support.trees import items, texts

BASE = "# group\na()\nb()\n"


def shown(*versions: str) -> list[list[str]]:
    base, left, right = (items(text) for text in versions)
    return [texts(each) for each in with_comments_that_stay((base, left, right))]


def test_a_heading_left_above_the_next_one_is_a_thing_of_its_own() -> None:
    apart = ["# group", "a()", "b()"]
    assert shown(BASE, "# group\nb()\n", BASE) == [apart, ["# group", "b()"], apart]
    assert shown(BASE, BASE, "# group\nb()\n") == [apart, apart, ["# group", "b()"]]


def test_its_places_are_counted_anew() -> None:
    lists = (items(BASE), items("# group\nb()\n"), items(BASE))
    for version in with_comments_that_stay(lists):
        assert [item.index for item in version] == [*range(len(version))]


def test_a_comment_that_went_with_what_it_is_about_is_no_thing() -> None:
    whole = ["# group\na()", "b()"]
    assert shown(BASE, "b()\n", BASE) == [whole, ["b()"], whole]


def test_a_comment_that_was_moved_is_no_thing() -> None:
    assert shown(BASE, "a()\n# group\nb()\n", BASE)[0] == ["# group\na()", "b()"]


def test_a_comment_above_what_had_one_already_is_no_thing() -> None:
    base = "# one\na()\n# two\nb()\n"
    assert shown(base, "# one\nb()\n", base)[0] == ["# one\na()", "# two\nb()"]
