"""Rust."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="rust",
        grammar="rust",
        suffixes=(b".rs",),
        definitions={
            "function_item": "function",
            "function_signature_item": "function",
            "macro_definition": "macro",
            "struct_item": "type",
            "union_item": "type",
            "enum_item": "type",
            "type_item": "type",
            "trait_item": "class",
            "impl_item": "class",
            "mod_item": "module",
        },
        inside=frozenset({"trait_item", "impl_item", "mod_item"}),
        through=frozenset({"declaration_list", "foreign_mod_item"}),
        attached=frozenset({"line_comment", "block_comment", "attribute_item"}),
        imports=frozenset({"use_declaration", "extern_crate_declaration"}),
        # An impl is the type's once more: its functions are the type's members.
        name_places={"impl_item": "type"},
        steps={"generic_type": "type", "scoped_type_identifier": "name", "reference_type": "type"},
    ),
)
