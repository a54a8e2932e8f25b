"""Jsonnet."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

PROFILES: Final = (
    Profile(
        name="jsonnet",
        grammar="jsonnet",
        suffixes=(b".jsonnet", b".libsonnet"),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        atomic=frozenset({"string"}),
        # `local` and `assert` in an object have no key, and stay where they are.
        unordered=(
            Unordered(
                parents=frozenset({"object"}),
                items=frozenset({"member"}),
                having=frozenset({"field/fieldname|function"}),
            ),
        ),
        keys={"member": ("field/fieldname|function",)},
        unique=frozenset({"member"}),
    ),
)
