"""Rust."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Arity, Profile, Unordered, ranks

_DEFINITIONS: Final = {
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
}
_MODIFIERS: Final = ("const", "async", "unsafe", "extern_modifier")
_CONSTANTS: Final = frozenset({"const_item", "static_item", "associated_type"})
_USED: Final = frozenset(
    {"identifier", "self", "scoped_identifier", "scoped_use_list", "use_as_clause", "use_wildcard"}
)
_REPEATED: Final = (
    *("cfg", "cfg_attr", "doc", "serde", "clap", "arg", "command", "strum", "diesel"),
    *("case", "test_case", "error"),
)
"""Attributes that say something else each time; others are there once."""
_BOUNDS: Final = frozenset(
    {"type_identifier", "scoped_type_identifier", "generic_type", "function_type", "lifetime"}
    | {"higher_ranked_trait_bound", "removed_trait_bound"}
)
_NAMES: Final = (
    *("attribute/identifier", "attribute/scoped_identifier"),
    *(f"attribute[identifier={name}]" for name in _REPEATED),
)
_LAID_OUT: Final = re.compile(rb".*#\[repr\((?:[^]]*\W)?C\b.*", re.DOTALL)
"""Attributes of a structure of which other programs know where each field is."""
_WITH_ATTRIBUTES: Final = frozenset(
    {"source_file", "declaration_list", "field_declaration_list", "enum_variant_list", "block"}
)

PROFILES: Final = (
    Profile(
        name="rust",
        grammar="rust",
        suffixes=(b".rs",),
        declared={"let_declaration": ("pattern", re.compile(rb"let\s+(?!mut\b)"))},
        definitions=_DEFINITIONS,
        inside=frozenset({"trait_item", "impl_item", "mod_item"}),
        through=frozenset({"declaration_list", "foreign_mod_item"}),
        attached=frozenset({"line_comment", "block_comment", "attribute_item"}),
        imports=frozenset({"use_declaration", "extern_crate_declaration"}),
        sweeping=re.compile(rb"\*|\bcrate\s"),
        # An impl is the type's once more: its functions are the type's members.
        name_places={"impl_item": "type"},
        steps={"generic_type": "type", "scoped_type_identifier": "name", "reference_type": "type"},
        comments=frozenset({"line_comment", "block_comment"}),
        atomic=frozenset({"string_literal", "raw_string_literal", "char_literal"}),
        unordered=(
            Unordered(
                parents=frozenset({"source_file", "declaration_list"}),
                items=frozenset(_DEFINITIONS) | _CONSTANTS,
            ),
            # What stands in braces behind one path is united.
            Unordered(
                parents=frozenset({"use_list"}),
                items=_USED,
                keys=("path", "name", "alias", ".[path=]"),
            ),
            # In memory they may stand as they are written.
            Unordered(
                parents=frozenset({"field_declaration_list"}),
                items=frozenset({"field_declaration"}),
                name_place="../<attribute_item",
                not_matching=_LAID_OUT,
            ),
            # Where one has a number, the others are counted from it.
            Unordered(
                parents=frozenset({"enum_variant_list"}),
                items=frozenset({"enum_variant"}),
                named=frozenset({b""}),
                name_place="enum_variant*/value",
            ),
            # `..base` must stand last.
            Unordered(
                parents=frozenset({"field_initializer_list"}),
                items=frozenset({"field_initializer", "shorthand_field_initializer"}),
            ),
            Unordered(parents=_WITH_ATTRIBUTES, items=frozenset({"attribute_item"})),
            Unordered(
                parents=frozenset({"source_file"}), items=frozenset({"inner_attribute_item"})
            ),
            Unordered(
                parents=frozenset({"token_tree"}),
                items=frozenset({"identifier"}),
                named=frozenset({b"derive", b"allow", b"warn", b"deny"}),
                name_place="../identifier",
                keys=(".",),
                runs=True,
            ),
            Unordered(parents=frozenset({"where_clause"}), items=frozenset({"where_predicate"})),
            # What a type must be, all of it.
            Unordered(parents=frozenset({"trait_bounds", "bounded_type"}), items=_BOUNDS, keys=()),
            Unordered(
                parents=frozenset({"function_modifiers"}), items=frozenset(_MODIFIERS), keys=()
            ),
        ),
        separators=dict.fromkeys(("trait_bounds", "bounded_type"), b"+"),
        keys={
            "use_declaration": (
                *("visibility_modifier", "argument/path", "argument/name", "argument/alias"),
                *("identifier", "use_wildcard"),
            ),
            "extern_crate_declaration": ("name", "alias"),
            "const_item": ("name", ".[name=_]"),
            "static_item": ("name",),
            "associated_type": ("name",),
            "field_declaration": ("name",),
            "enum_variant": ("name",),
            "field_initializer": ("field",),
            "shorthand_field_initializer": ("identifier",),
            "attribute_item": _NAMES,
            "inner_attribute_item": _NAMES,
            "where_predicate": ("left",),
        },
        unique=frozenset(
            {"use_declaration", "extern_crate_declaration", "const_item", "static_item"}
            | {"associated_type", "field_declaration", "enum_variant", "field_initializer"}
            | {"shorthand_field_initializer"}
        ),
        distinct={
            "parameter": ("pattern",),
            "match_arm": ("pattern", "pattern[condition=]/or_pattern+"),
            "use_declaration": ("argument/name", "argument/alias"),
        },
        sequence=ranks(
            *("visibility_modifier", "function_modifiers", "type_parameters", "where_clause"),
            *_MODIFIERS,
        ),
        granted=(
            re.compile(
                rb"#\[derive\((?P<traits>[^()]*)\)\]"
                rb"(?=(?:\s*(?:#\[[^\n]*\]|//[^\n]*))*\s*(?:pub(?:\([^)]*\))?\s+)?"
                rb"(?:struct|enum|union)\s+(?P<type>\w+))"
            ),
            re.compile(
                rb"\bimpl(?:<[^>]*>)?\s+(?:\w+::)*(?P<traits>\w+)\s+for\s+(?P<type>\w+)(?=[\s<])"
            ),
        ),
        overloads={"impl_item": "trait"},
        reopened=frozenset({"impl_item"}),
        arities=(
            Arity(
                definitions={"function_item": ("parameters",)},
                uses={"call_expression": ("function", "arguments")},
                lists=frozenset({"arguments"}),
                open=frozenset({"variadic_parameter"}),
                owned=frozenset({"self_parameter"}),
            ),
        ),
        # Features add to each other, and may all be there at once.
        conditions=re.compile(rb"#\[cfg\((?!.*feature).*\)\]"),
    ),
)
