"""C#."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Profile, Unordered, ranks

_TYPES: Final = {
    "class_declaration": "class",
    "interface_declaration": "class",
    "struct_declaration": "class",
    "record_declaration": "class",
    "enum_declaration": "type",
    "delegate_declaration": "type",
}
_MEMBERS: Final = {
    "method_declaration": "function",
    "constructor_declaration": "function",
    "destructor_declaration": "function",
    "operator_declaration": "function",
    "conversion_operator_declaration": "function",
    "property_declaration": "function",
    "indexer_declaration": "function",
    "event_declaration": "function",
}
_FIELDS: Final = frozenset({"field_declaration", "event_field_declaration"})
_CONDITIONS: Final = frozenset({"preproc_if", "preproc_else", "preproc_elif"})
_MATCHED: Final = (".[when_clause=]/constant_pattern*", ".[when_clause=]/or_pattern+")

_INTERFACE: Final = re.compile(rb"(?:\w+\s*\.\s*)*I[A-Z]\w*\s*(?:<.*>)?", re.DOTALL)

PROFILES: Final = (
    Profile(
        name="csharp",
        grammar="csharp",
        suffixes=(b".cs", b".csx"),
        definitions={**_TYPES, **_MEMBERS, "namespace_declaration": "module"},
        inside=frozenset(
            {"class_declaration", "interface_declaration", "struct_declaration"}
            | {"record_declaration", "namespace_declaration"}
        ),
        through=_CONDITIONS | {"declaration_list"},
        imports=frozenset({"using_directive"}),
        name_places={
            "operator_declaration": "operator",
            "conversion_operator_declaration": "type",
        },
        fixed_names={"destructor_declaration": "~", "indexer_declaration": "this"},
        atomic=frozenset(
            {"string_literal", "verbatim_string_literal", "raw_string_literal"}
            | {"interpolated_string_expression", "character_literal"}
        ),
        unordered=(
            Unordered(
                parents=_CONDITIONS | {"compilation_unit", "declaration_list"},
                items=frozenset({*_TYPES, *_MEMBERS, "namespace_declaration"}) | _FIELDS,
            ),
            Unordered(
                parents=frozenset({*_TYPES, *_MEMBERS}) | _FIELDS, items=frozenset({"modifier"})
            ),
            Unordered(
                parents=frozenset({*_TYPES, *_MEMBERS}) | _FIELDS,
                items=frozenset({"attribute_list"}),
            ),
            Unordered(parents=frozenset({"attribute_list"}), items=frozenset({"attribute"})),
            Unordered(
                parents=frozenset({"compilation_unit"}), items=frozenset({"global_attribute"})
            ),
            Unordered(
                parents=frozenset({"base_list"}),
                items=frozenset({"identifier", "qualified_name", "generic_name"}),
                # A class, of which there can be one, stands before interfaces.
                like=_INTERFACE,
                keys=(".",),
            ),
            Unordered(
                parents=frozenset({*_TYPES, "method_declaration"}),
                items=frozenset({"type_parameter_constraints_clause"}),
            ),
            # `new()` must stand last.
            Unordered(
                parents=frozenset({"type_parameter_constraints_clause"}),
                items=frozenset({"type_parameter_constraint"}),
                having=frozenset({"type"}),
                keys=(),
            ),
            # Members without a value are counted.
            Unordered(
                parents=frozenset({"enum_member_declaration_list"}),
                items=frozenset({"enum_member_declaration"}),
                having=frozenset({"value"}),
                alone=True,
            ),
            Unordered(
                parents=frozenset({"accessor_list"}), items=frozenset({"accessor_declaration"})
            ),
            Unordered(
                parents=frozenset({"initializer_expression"}),
                items=frozenset({"assignment_expression"}),
            ),
            Unordered(
                parents=frozenset({"argument_list"}),
                items=frozenset({"argument"}),
                having=frozenset({"name"}),
                keys=("name",),
            ),
            Unordered(
                parents=frozenset({"attribute_argument_list"}),
                items=frozenset({"attribute_argument"}),
                having=frozenset({"name"}),
                keys=("name",),
            ),
        ),
        keys={
            "using_directive": (),
            "field_declaration": ("variable_declaration/variable_declarator/name",),
            "event_field_declaration": ("variable_declaration/variable_declarator/name",),
            "enum_member_declaration": ("name",),
            "accessor_declaration": ("name",),
            "attribute_list": ("attribute/name",),
            "attribute": ("name",),
            "global_attribute": (),
            "modifier": (),
            "type_parameter_constraints_clause": ("identifier",),
            "assignment_expression": ("left",),
            "switch_section": ("constant_pattern", "default"),
            "switch_expression_arm": ("constant_pattern", "discard"),
        },
        repeatable=frozenset({"attribute_list", "global_attribute"}),
        unique=frozenset(
            {"using_directive", "enum_member_declaration", "accessor_declaration"}
            | {"modifier", "attribute", "type_parameter_constraints_clause", "switch_section"}
            | {"switch_expression_arm"}
            | _FIELDS
        ),
        distinct={
            "parameter": ("name",),
            "using_directive": ("name",),
            "enum_member_declaration": ("value",),
            **dict.fromkeys(("switch_section", "switch_expression_arm"), _MATCHED),
            "local_declaration_statement": ("variable_declaration/variable_declarator*/name",),
        },
        overloads={
            "method_declaration": "parameters/parameter*/type",
            "constructor_declaration": "parameters/parameter*/type",
            "operator_declaration": "parameters/parameter*/type",
            "conversion_operator_declaration": "parameters/parameter*/type",
            "indexer_declaration": "parameters/parameter*/type",
        },
        sequence=ranks(
            *("attribute_list", "modifier"),
            *("type_parameter_list", "base_list", "type_parameter_constraints_clause"),
            *("catch_clause", "finally_clause"),
        ),
        exclusive=(
            # Two of these can be meant as one, but then one hand writes both.
            frozenset({"public", "protected", "private", "internal"}),
            frozenset({"abstract", "sealed", "static"}),
            frozenset({"abstract", "virtual", "static"}),
            frozenset({"virtual", "override"}),
            frozenset({"const", "readonly", "static"}),
            frozenset({"new", "override"}),
            frozenset({"set", "init"}),
        ),
    ),
)
