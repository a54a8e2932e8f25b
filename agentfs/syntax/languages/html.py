"""HTML.  Elements are in the order in which they are seen; attributes are a set."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_TAGS: Final = frozenset({"start_tag", "self_closing_tag"})

PROFILES: Final = (
    Profile(
        name="html",
        grammar="html",
        suffixes=(b".html", b".htm"),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        atomic=frozenset({"quoted_attribute_value", "raw_text", "text", "doctype"}),
        unordered=(Unordered(parents=_TAGS, items=frozenset({"attribute"})),),
        keys={"attribute": ("attribute_name",)},
        unique=frozenset({"attribute"}),
    ),
)
