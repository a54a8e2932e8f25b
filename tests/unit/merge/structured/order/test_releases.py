"""Lists of releases, the latest first or last."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.order.releases import in_release_order
from tests.support.trees import slots


def text_of(names: str) -> str:
    return "".join(f"## {name}\n\nText of it.\n\n" for name in names.split())


def of(base: str, left: str, right: str) -> str | None:
    """The releases that both sides put at the spot, in the order that they get."""
    texts = (f"# Changes\n\n{text_of(names)}" for names in (base, left, right))
    found = slots(*texts, kind="section", language="markdown")  # type: ignore[misc]
    new = [number for number, slot in enumerate(found.things) if slot.base is None]
    order = in_release_order(new, found)
    if order is None:
        return None
    return " ".join(found.things[n].items[0].text.split()[1].decode() for n in order)


@pytest.mark.parametrize(
    ("base", "left", "right", "expected"),
    [
        ("1.2 1.1", "1.3 1.2 1.1", "1.4 1.2 1.1", "1.4 1.3"),
        ("1.1 1.2", "1.1 1.2 1.4", "1.1 1.2 1.3", "1.3 1.4"),
        ("1.9 1.8", "1.10 1.9 1.8", "1.11 1.9 1.8", "1.11 1.10"),
        ("1.1 1.0", "1.2-rc1 1.1 1.0", "1.2 1.1 1.0", "1.2 1.2-rc1"),
    ],
    ids=["the latest first", "the latest last", "by number", "what comes before a release"],
)
def test_releases_stand_as_their_neighbours_do(
    base: str, left: str, right: str, expected: str
) -> None:
    assert of(base, left, right) == expected
    assert of(base, right, left) == expected


@pytest.mark.parametrize(
    ("base", "left", "right"),
    [
        ("1.1 1.3 1.2", "1.4 1.1 1.3 1.2", "1.5 1.1 1.3 1.2"),
        ("1.1 1.0", "1.3-rc1 1.1 1.0", "1.2 1.1 1.0"),
        ("First Second", "Third First Second", "1.2 First Second"),
    ],
    ids=["in no order", "of two lines", "no releases"],
)
def test_what_the_numbers_do_not_tell(base: str, left: str, right: str) -> None:
    assert of(base, left, right) is None
    assert of(base, right, left) is None
