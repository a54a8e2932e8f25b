"""Svelte's components: as HTML."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.languages.html import EMBEDDED
from agentfs.syntax.profile import Profile, Unordered

PROFILES: Final = (
    Profile(
        name="svelte",
        grammar="svelte",
        suffixes=(b".svelte",),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        atomic=frozenset({"quoted_attribute_value", "raw_text", "text", "expression"}),
        embedded=EMBEDDED,
        # What is spread (`{...rest}`) goes over what stands before it.
        unordered=(
            Unordered(
                parents=frozenset({"start_tag", "self_closing_tag"}),
                items=frozenset({"attribute"}),
                having=frozenset({"quoted_attribute_value", "expr_attribute_value"}),
            ),
        ),
        keys={"attribute": ("attribute_name",)},
        unique=frozenset({"attribute"}),
    ),
)
