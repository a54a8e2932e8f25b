"""Vue's components: as HTML."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.languages.html import EMBEDDED, WORDED
from agentfs.syntax.profile import Profile, Unordered

_ATTRIBUTES: Final = frozenset({"attribute", "directive_attribute"})

PROFILES: Final = (
    Profile(
        name="vue",
        grammar="vue",
        suffixes=(b".vue",),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        atomic=frozenset({"raw_text", "text", "interpolation"}),
        embedded=EMBEDDED,
        flowing=frozenset({"text"}),
        worded=WORDED,
        unordered=(
            Unordered(parents=frozenset({"start_tag", "self_closing_tag"}), items=_ATTRIBUTES),
        ),
        keys={
            "attribute": ("attribute_name",),
            "directive_attribute": (
                "directive_name",
                ":|@|#",
                "directive_value",
            ),
        },
        unique=frozenset({"attribute", "directive_attribute"}),
    ),
)
