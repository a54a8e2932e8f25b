"""RON, Rust's object notation."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_COMMENTS: Final = frozenset({"line_comment", "block_comment"})

PROFILES: Final = (
    Profile(
        name="ron",
        grammar="ron",
        suffixes=(b".ron",),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        attached=_COMMENTS,
        comments=_COMMENTS,
        atomic=frozenset({"string"}),
        unordered=(
            Unordered(parents=frozenset({"struct"}), items=frozenset({"struct_entry"})),
            Unordered(parents=frozenset({"map"}), items=frozenset({"map_entry"})),
        ),
        keys={"struct_entry": ("identifier",), "map_entry": ("^",)},
        unique=frozenset({"struct_entry", "map_entry"}),
    ),
)
