"""PHP."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.json import COMMAND, OPTION
from agentfs.syntax.profile import Call, Profile, Unordered, ranks

_MEMBERS: Final = frozenset(
    {"const_declaration", "property_declaration", "method_declaration", "use_declaration"}
)
_STRINGS: Final = frozenset({"string", "encapsed_string"})

PROFILES: Final = (
    Profile(
        name="php",
        grammar="php",
        suffixes=(b".php", b".phtml"),
        interpreters=(b"php",),
        definitions={
            "class_declaration": "class",
            "interface_declaration": "class",
            "trait_declaration": "class",
            "enum_declaration": "class",
            "method_declaration": "function",
            "function_definition": "function",
            "namespace_definition": "module",
        },
        inside=frozenset(
            {"class_declaration", "interface_declaration", "trait_declaration"}
            | {"enum_declaration", "namespace_definition"}
        ),
        through=frozenset(
            {"declaration_list", "enum_declaration_list", "compound_statement", "if_statement"}
        ),
        imports=frozenset({"namespace_use_declaration"}),
        sweeping=re.compile(rb"\b(?:include|require)"),
        mentions=(
            (
                re.compile(rb"\$this\??->([A-Za-z_]\w*)(?!\w|\s*\()"),
                re.compile(
                    rb"\b(?:public|protected|private|readonly|var|static)\b"
                    rb"(?:\s+[\w|&?\\()]+)*\s+\$(\w+)"
                ),
            ),
        ),
        steps={"argument": ""},
        assigning=frozenset({"assignment_expression", "foreach_statement"}),
        needs_body=frozenset({"namespace_definition"}),
        calls=(
            # The tests of Pest.
            Call(
                node="expression_statement",
                callee="function_call_expression/function",
                kinds=dict.fromkeys((b"it", b"test", b"describe", b"dataset"), ""),
                name="function_call_expression/arguments",
            ),
        ),
        atomic=_STRINGS | {"heredoc", "nowdoc", "shell_command_expression"},
        unordered=(
            Unordered(parents=frozenset({"declaration_list"}), items=_MEMBERS),
            Unordered(parents=frozenset({"attribute_list"}), items=frozenset({"attribute_group"})),
            # The order of cases is that of `cases()`, which is for showing them.
            Unordered(parents=frozenset({"enum_declaration_list"}), items=_MEMBERS | {"enum_case"}),
            Unordered(
                parents=frozenset({"namespace_use_group"}),
                items=frozenset({"namespace_use_clause"}),
            ),
            Unordered(
                parents=frozenset({"class_interface_clause", "use_declaration"}),
                items=frozenset({"name", "qualified_name"}),
            ),
            Unordered(
                parents=frozenset({"union_type", "intersection_type", "type_list"}),
                items=frozenset({"named_type", "primitive_type"}),
                keys=(),
            ),
            Unordered(
                parents=frozenset({"array_creation_expression"}),
                items=frozenset({"array_element_initializer"}),
                having=frozenset({"=>"}),
                keys=("^",),
            ),
            Unordered(
                parents=frozenset({"array_creation_expression"}),
                items=frozenset({"array_element_initializer"}),
                having=_STRINGS,
                keys=("^",),
                alone=True,
                not_after=COMMAND,
                not_with=OPTION,
            ),
            # Of ``match (true)`` the first that holds counts.
            Unordered(
                parents=frozenset({"match_block"}),
                items=frozenset({"match_conditional_expression"}),
                having=frozenset(
                    f"match_condition_list/{each}"
                    for each in ("string", "integer", "class_constant_access_expression")
                ),
                keys=("match_condition_list",),
                not_matching=re.compile(rb"\(\s*(?:true|false)\s*\)", re.IGNORECASE),
                name_place="../condition",
            ),
            Unordered(
                parents=frozenset({"arguments"}),
                items=frozenset({"argument"}),
                having=frozenset({":"}),
            ),
        ),
        keys={
            "namespace_use_declaration": ("type", "namespace_name", "namespace_use_clause"),
            "namespace_use_clause": (),
            "const_declaration": ("const_element/name",),
            "property_declaration": ("property_element/name",),
            "use_declaration": ("name|qualified_name",),
            "enum_case": ("name",),
            "name": (),
            "qualified_name": (),
            "argument": ("name",),
            "attribute_group": ("attribute/name",),
            "simple_parameter": ("name",),
            "property_promotion_parameter": ("name",),
            "case_statement": ("value",),
            "default_statement": ("default",),
            "match_default_expression": ("default",),
        },
        repeatable=frozenset({"attribute_group"}),
        separators={"union_type": b"|", "intersection_type": b"&", "type_list": b"|"},
        sequence=ranks(
            *("base_clause", "class_interface_clause", "catch_clause", "finally_clause"),
            *(("name", "qualified_name"), ";"),
        ),
        unique=frozenset(
            {"namespace_use_clause", "const_declaration", "property_declaration", "enum_case"}
            | {"simple_parameter", "property_promotion_parameter", "case_statement"}
            | {"default_statement", "match_default_expression"}
        ),
        # No two may be known by one name in the file.
        left_by={
            "case_statement": frozenset({"break_statement", "return_statement"})
            | {"continue_statement", "exit_statement"}
        },
        distinct={
            "namespace_use_declaration": (
                "namespace_use_clause*[type=]/.[alias=]/qualified_name/name",
                "namespace_use_clause*[type=]/.[alias=]/name",
                "namespace_use_clause*[type=]/alias",
                ".[type=]/body/namespace_use_clause*[type=]/.[alias=]/name",
                ".[type=]/body/namespace_use_clause*[type=]/.[alias=]/qualified_name/name",
                ".[type=]/body/namespace_use_clause*[type=]/alias",
            ),
            "match_conditional_expression": ("match_condition_list+",),
        },
        exclusive=(
            frozenset({"public", "protected", "private"}),
            frozenset({"abstract", "final"}),
        ),
    ),
)
