"""What the walk over a syntax tree must know of a language: data, no code.

Node types and field names are those of the language's tree-sitter grammar.  Where this says
"place", it means a field of a node, or the first child of a node type.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Profile:
    grammar: str
    suffixes: tuple[bytes, ...]
    """What file names end with, dot and all."""
    names: tuple[bytes, ...] = ()
    """Whole file names."""
    interpreters: tuple[bytes, ...] = ()
    """What a ``#!`` line may name, without version."""

    definitions: Mapping[str, str]
    """Node types that are definitions, and their kind.  One that has no name is none."""
    inside: frozenset[str]
    """Definitions that have members.  What is inside others, such as functions, is theirs."""
    through: frozenset[str]
    """Nodes that may hold definitions without being one: bodies, conditions, regions."""
    wrappers: frozenset[str] = frozenset()
    """As `through`; if there is one definition in it, then the wrapper belongs to it."""
    attached: frozenset[str] = frozenset({"comment"})
    """Nodes that belong to a definition that follows at once: comments, decorators."""
    imports: frozenset[str] = frozenset()

    name_places: Mapping[str, str] = field(default_factory=dict)
    """Node type of a definition: the place of its name, if that is not ``name``."""
    steps: Mapping[str, str] = field(default_factory=dict)
    """Node types on the way to a name or value: the place to go on to; "" is the first child."""
    fixed_names: Mapping[str, str] = field(default_factory=dict)
    """Node types that have no name in the text: the one that they get."""
    owner: str = ""
    """The place of a method's receiver, whose type is put before its name."""
    value_places: Mapping[str, str] = field(default_factory=dict)
    """Node types that are definitions only if the value at this place is one of `values`."""
    values: frozenset[str] = frozenset()
    needs_body: frozenset[str] = frozenset()
    """Node types that without a field ``body`` just mention something."""
