"""Lists of data, markup, style, build and schema languages, with what is around them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_ITEMS: Final = (("port", "10"), ("host", "20"), ("timeout", "30"), ("cache", "40"))
_NEW: Final = (("zeal", "51"), ("burst", "62"))

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Container:
    """A list of a language: `text` has it at ``{body}``, and the name of what it belongs to at
    ``{owner}``.  Items are pairs of a key and a value; a key is "" where an item is nothing but
    a value."""

    path: str
    """A file of the language."""
    name: str
    text: str
    item: str
    """With ``{k}`` and ``{v}``."""
    items: Pairs
    """Four, none of them sorted."""
    new: Pairs
    """What left puts in, and what right does."""
    ordered: bool = False
    """Whether two that are put at one spot are a conflict."""
    stiff: bool = False
    """Whether conflicts that a careful reader would decide are left in it, since its grammar has
    no items, or since a value is all that is known of one."""
    comma: str = ""
    last_comma: bool = False
    comment: str = ""
    """What a line looks like that is one, its words at ``{}``; empty if there is none."""
    lined: tuple[str, str] = ("", "")
    """What stands around the items if each is on a line of its own."""
    flat: tuple[str, str, str] | None = None
    """What stands around them, and between, if all are on one line."""
    indent: str = ""
    wider: str = ""
    """Another indentation; the same, or empty, if there is none."""
    gap: str = "\n"

    @property
    def keyed(self) -> bool:
        return bool(self.items[0][0])

    def __str__(self) -> str:
        return f"{self.path}-{self.name}".replace(" ", "-")


def containers() -> tuple[Container, ...]:
    stated = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())
    return tuple(map(_container, stated["list"]))


def _container(fields: Mapping[str, Any]) -> Container:
    """`plain` lists have the default items, without values."""
    rest = {name: _frozen(value) for name, value in fields.items() if name != "plain"}
    plain = fields.get("plain", False)
    items, new = rest.pop("items", _ITEMS), rest.pop("new", _NEW)
    if plain:
        items, new = (tuple(("", key) for key, _ in each) for each in (items, new))
    elif not items[0][0] and "new" not in fields:
        new = tuple(("", value) for _, value in new)
    return Container(items=items, new=new, **rest)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
