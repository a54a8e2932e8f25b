"""Dart."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.languages.json import COMMAND, OPTION
from agentfs.syntax.profile import Call, Profile, Unordered, ranks

_TESTS: Final = (b"test", b"group", b"testWidgets")
_VARIABLE: Final = (
    "initialized_identifier_list|static_final_declaration_list"
    "/initialized_identifier|static_final_declaration/identifier"
)
_TYPES: Final = frozenset({"type_identifier"})

PROFILES: Final = (
    Profile(
        name="dart",
        grammar="dart",
        suffixes=(b".dart",),
        interpreters=(b"dart",),
        definitions={
            "class_definition": "class",
            "mixin_declaration": "class",
            "extension_declaration": "class",
            "extension_type_declaration": "class",
            "enum_declaration": "class",
            "type_alias": "type",
            "function_signature": "function",
            "getter_signature": "function",
            "setter_signature": "function",
            "operator_signature": "function",
            "constructor_signature": "function",
            "constant_constructor_signature": "function",
            "factory_constructor_signature": "function",
            "redirecting_factory_constructor_signature": "function",
        },
        inside=frozenset(
            {"class_definition", "mixin_declaration", "extension_declaration"}
            | {"extension_type_declaration", "enum_declaration"}
        ),
        through=frozenset({"class_body", "extension_body", "enum_body"}),
        wrappers=frozenset({"method_signature", "declaration"}),
        # A variable's ``final`` stands beside what it says of it.
        attached=frozenset(
            {"comment", "documentation_comment", "annotation"}
            | {"const_builtin", "final_builtin", "inferred_type"}
        ),
        tails=frozenset({"function_body"}),
        suffixed=frozenset({"selector"}),
        imports=frozenset({"import_or_export", "part_directive"}),
        name_places={
            "mixin_declaration": "identifier",
            "type_alias": "type_identifier",
            "operator_signature": "binary_operator",
        },
        steps={
            "selector": "argument_part",
            "argument_part": "arguments",
            "arguments": "argument",
            "argument": "",
        },
        fixed_names={"operator_signature": "operator"},
        calls=(
            Call(
                node="expression_statement",
                callee="identifier",
                kinds=dict.fromkeys(_TESTS, ""),
                name="selector",
            ),
        ),
        comments=frozenset({"comment", "documentation_comment"}),
        atomic=frozenset({"string_literal", "uri", "comment", "documentation_comment"}),
        unordered=(
            Unordered(
                parents=frozenset({"class_body", "extension_body", "enum_body"}),
                items=frozenset({"declaration", "method_signature"}),
            ),
            Unordered(
                parents=frozenset({"program"}),
                items=frozenset({"static_final_declaration_list", "initialized_identifier_list"}),
            ),
            Unordered(
                parents=frozenset({"program", "class_body", "extension_body", "enum_body"})
                | {"class_definition", "enum_declaration", "mixin_declaration"}
                | {"extension_declaration", "type_alias"},
                items=frozenset({"annotation"}),
            ),
            Unordered(parents=frozenset({"enum_body"}), items=frozenset({"enum_constant"})),
            # Those in brackets are told apart by their places.
            Unordered(
                parents=frozenset({"optional_formal_parameters"}),
                items=frozenset({"formal_parameter"}),
                named=frozenset({b"{"}),
                name_place="{",
            ),
            Unordered(parents=frozenset({"arguments"}), items=frozenset({"named_argument"})),
            Unordered(
                parents=frozenset({"set_or_map_literal"}),
                items=frozenset({"pair"}),
            ),
            Unordered(parents=frozenset({"combinator"}), items=frozenset({"identifier"})),
            Unordered(parents=frozenset({"interfaces"}), items=_TYPES),
            Unordered(
                parents=frozenset({"list_literal"}),
                items=frozenset({"string_literal"}),
                alone=True,
                not_after=COMMAND,
                not_with=OPTION,
            ),
        ),
        keys={
            "import_or_export": (
                "library_import/import_specification/configurable_uri",
                "library_import/import_specification/identifier",
                "library_export/configurable_uri",
            ),
            "part_directive": (),
            "constructor_signature": ("identifier*",),
            "constant_constructor_signature": ("identifier*",),
            "factory_constructor_signature": ("identifier*",),
            "redirecting_factory_constructor_signature": ("identifier*",),
            "annotation": ("name",),
            "declaration": (_VARIABLE,),
            "static_final_declaration_list": ("static_final_declaration/identifier",),
            "initialized_identifier_list": ("initialized_identifier/identifier",),
            "formal_parameter": (
                "name",
                "constructor_param/identifier",
                "super_formal_parameter/identifier",
            ),
            "named_argument": ("label",),
            "pair": ("key",),
            "identifier": (),
            "type_identifier": (),
            "string_literal": (),
            "enum_constant": ("name",),
            "switch_statement_case": (".[when=]/constant_pattern",),
            "switch_statement_default": ("default",),
        },
        repeatable=frozenset({"annotation"}),
        unique=frozenset(
            {"import_or_export", "part_directive", "declaration", "static_final_declaration_list"}
            | {"initialized_identifier_list", "named_argument", "pair", "enum_constant"}
            | {"formal_parameter", "switch_statement_case", "switch_statement_default"}
        ),
        distinct={
            **dict.fromkeys(
                ("switch_statement_case", "switch_expression_case"), (".[when=]/constant_pattern*",)
            ),
            "local_variable_declaration": ("initialized_variable_definition/name",),
        },
        parted=frozenset({"optional_formal_parameters"}),
        overloads={"setter_signature": "set"},
        sequence=ranks("enum_constant", ";", ("declaration", "method_signature")),
        exclusive=(frozenset({"const_builtin", "final_builtin"}),),
    ),
)
