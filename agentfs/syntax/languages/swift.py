"""Swift."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.json import COMMAND, OPTION
from agentfs.syntax.profile import Call, Profile, Unordered, ranks

_DEFINITIONS: Final = {
    "class_declaration": "class",
    "protocol_declaration": "class",
    "function_declaration": "function",
    "protocol_function_declaration": "function",
    "init_declaration": "function",
    "deinit_declaration": "function",
    "subscript_declaration": "function",
    "typealias_declaration": "type",
}
_PROPERTIES: Final = frozenset(
    {"property_declaration", "protocol_property_declaration", "associatedtype_declaration"}
)
_MODIFIERS: Final = frozenset(
    {"visibility_modifier", "inheritance_modifier", "member_modifier", "property_modifier"}
    | {"property_behavior_modifier", "mutation_modifier", "ownership_modifier"}
    | {"function_modifier"}
)
_NUMBERS: Final = frozenset(
    {b"Int", b"Int8", b"Int16", b"Int32", b"Int64"}
    | {b"UInt", b"UInt8", b"UInt16", b"UInt32", b"UInt64"}
)
_TESTS: Final = (b"describe", b"context", b"it")

PROFILES: Final = (
    Profile(
        name="swift",
        grammar="swift",
        suffixes=(b".swift",),
        declared={
            "property_declaration": ("name/simple_identifier", re.compile(rb"(?:\w+\s+)*let\b"))
        },
        definitions=_DEFINITIONS,
        inside=frozenset({"class_declaration", "protocol_declaration"}),
        through=frozenset({"class_body", "enum_class_body", "protocol_body"}),
        assigned=frozenset({"parameter"}),
        attached=frozenset({"comment", "multiline_comment"}),
        imports=frozenset({"import_declaration"}),
        fixed_names={
            "init_declaration": "init",
            "deinit_declaration": "deinit",
            "subscript_declaration": "subscript",
        },
        calls=(
            Call(
                node="call_expression",
                callee="simple_identifier",
                kinds=dict.fromkeys(_TESTS, ""),
                name="call_suffix/value_arguments",
            ),
        ),
        comments=frozenset({"comment", "multiline_comment"}),
        bodies=frozenset({"statements"}),
        atomic=frozenset(
            {"line_string_literal", "multi_line_string_literal", "raw_string_literal"}
            | {"regex_literal"}
        ),
        unordered=(
            Unordered(
                parents=frozenset({"source_file", "class_body", "enum_class_body"})
                | {"protocol_body"},
                items=frozenset(_DEFINITIONS) | _PROPERTIES,
            ),
            # Cases without a number are counted.
            Unordered(
                parents=frozenset({"enum_class_body"}),
                items=frozenset({"enum_entry"}),
                name_place="../inheritance_specifier",
                not_named=_NUMBERS,
            ),
            Unordered(
                parents=frozenset({"class_declaration", "protocol_declaration"}),
                items=frozenset({"inheritance_specifier"}),
            ),
            Unordered(parents=frozenset({"modifiers"}), items=_MODIFIERS | {"attribute"}),
            Unordered(
                parents=frozenset({"enum_entry"}),
                items=frozenset({"simple_identifier"}),
                name_place="../../inheritance_specifier",
                not_named=_NUMBERS,
                keys=(),
                alone=True,
            ),
            Unordered(
                parents=frozenset({"dictionary_literal"}),
                items=frozenset({"line_string_literal", "simple_identifier", "prefix_expression"}),
                keys=(".",),
            ),
            Unordered(
                parents=frozenset({"array_literal"}),
                items=frozenset({"line_string_literal"}),
                keys=(),
                alone=True,
                not_after=COMMAND,
                not_with=OPTION,
            ),
            # A condition is the last pattern's alone.
            Unordered(
                parents=frozenset({"switch_entry"}),
                items=frozenset({"switch_pattern"}),
                name_place="where_keyword",
                not_named=frozenset({b"where"}),
                keys=(),
            ),
            Unordered(
                parents=frozenset({"protocol_composition_type"}),
                items=frozenset({"user_type"}),
                keys=(),
            ),
            Unordered(
                parents=frozenset({"type_constraints"}), items=frozenset({"type_constraint"})
            ),
        ),
        parted=frozenset({"dictionary_literal"}),
        unwritten=frozenset({"modifiers"}),
        keys={
            "import_declaration": ("identifier",),
            "property_declaration": ("name",),
            "protocol_property_declaration": ("name/bound_identifier",),
            "associatedtype_declaration": ("name",),
            "enum_entry": ("name",),
            "inheritance_specifier": (),
            "attribute": ("user_type",),
            "type_constraint": (),
            **dict.fromkeys(_MODIFIERS, ()),
        },
        repeatable=frozenset({"attribute"}),
        unique=frozenset(
            {"import_declaration", "enum_entry", "inheritance_specifier"}
            | {"type_constraint"}
            | _PROPERTIES
            | _MODIFIERS
        ),
        distinct={"switch_entry": (".[where_keyword=]/switch_pattern*", "default_keyword")},
        overloads={
            "function_declaration": "parameter*",
            "protocol_function_declaration": "parameter*",
            "init_declaration": "parameter*",
            "subscript_declaration": "parameter*",
            # A type may be extended any number of times.
            "class_declaration": ".[declaration_kind=extension]/inheritance_specifier*",
        },
        separators={"protocol_composition_type": b"&"},
        sequence=ranks("attribute", _MODIFIERS, ":", "inheritance_specifier", "async", "throws"),
        exclusive=(
            frozenset({"public", "private", "internal", "fileprivate", "open", "package"}),
            frozenset({"final", "open"}),
            frozenset({"static", "class"}),
            frozenset({"lazy", "static"}),
        ),
    ),
)
