"""GDScript."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

PROFILES: Final = (
    Profile(
        name="gdscript",
        grammar="gdscript",
        suffixes=(b".gd",),
        definitions={
            "class_definition": "class",
            "enum_definition": "type",
            "signal_statement": "type",
            "function_definition": "function",
            "constructor_definition": "function",
        },
        inside=frozenset({"class_definition"}),
        through=frozenset({"class_body"}),
        attached=frozenset({"comment", "annotation"}),
        fixed_names={"constructor_definition": "_init"},
        atomic=frozenset({"string", "node_path", "get_node"}),
        unordered=(Unordered(parents=frozenset({"dictionary"}), items=frozenset({"pair"})),),
        keys={
            "pair": ("left",),
            "variable_statement": ("name",),
            "const_statement": ("name",),
            "enumerator": ("left",),
        },
        unique=frozenset({"pair", "const_statement", "enumerator"}),
        indented=True,
    ),
)
