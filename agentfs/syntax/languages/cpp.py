"""C++."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.c import (
    ATOMIC,
    CONDITIONS,
    DEFINITIONS,
    FILE,
    GUARDED,
    KEYS,
    LABELS,
    LEAVING,
    MEMBERS,
    REGIONS,
    STEPS,
    UNIQUE,
)
from agentfs.syntax.profile import Profile, Unordered

_DEFINITIONS: Final = {
    **DEFINITIONS,
    "class_specifier": "class",
    "namespace_definition": "module",
    "alias_declaration": "type",
    "concept_definition": "type",
}
_HEADER: Final = re.compile(
    rb"^[ \t]*(?:namespace\b|template[ \t]*<|class[ \t]+\w+|(?:public|private|protected)[ \t]*:)",
    re.MULTILINE,
)
_OWN: Final = re.compile(rb"(?<![\w.>:])(m_\w+|[a-z]\w*_)(?!\w|\s*\()")
"""What an object has of its own, by custom."""
_FUNCTIONS: Final = frozenset(
    {"declarator/parameters", "declarator/declarator/parameters"}
    | {"declarator/function_declarator"}
)
"""Where a declaration of a function has its parameters."""
_DECLARED: Final = ("declarator/declarator", "declarator/function_declarator")
_TAKEN: Final = "declarator/parameters|type_qualifier|ref_qualifier*"

PROFILES: Final = (
    Profile(
        name="cpp",
        grammar="cpp",
        suffixes=(
            *(b".cpp", b".cc", b".cxx", b".c++", b".C", b".hpp", b".hh", b".hxx", b".h++"),
            *(b".ipp", b".inl", b".tpp", b".tcc", b".cppm", b".ixx", b".cu", b".cuh"),
        ),
        shared={b".h": _HEADER},
        definitions=_DEFINITIONS,
        inside=frozenset(
            {"struct_specifier", "union_specifier", "class_specifier", "namespace_definition"}
        ),
        through=REGIONS | {"field_declaration_list"},
        wrappers=frozenset({"template_declaration"}),
        imports=frozenset({"preproc_include", "using_declaration"}),
        name_places={"function_definition": "declarator", "type_definition": "declarator"},
        steps={**STEPS, "reference_declarator": ""},
        needs_body=frozenset(
            {"struct_specifier", "union_specifier", "enum_specifier", "class_specifier"}
        ),
        atomic=ATOMIC | {"raw_string_literal"},
        unordered=(
            GUARDED,
            Unordered(
                parents=FILE,
                items=frozenset(
                    {*_DEFINITIONS, "template_declaration", "declaration", "preproc_def"}
                ),
            ),
            # Members are initialised in their order, and an object is laid out in it.
            Unordered(
                parents=CONDITIONS | {"field_declaration_list"},
                items=frozenset({"function_definition", "field_declaration", "declaration"})
                | {"friend_declaration", "template_declaration"},
                having=_FUNCTIONS | {"friend", "parameters"},
            ),
        ),
        keys={
            **KEYS,
            "declaration": ("identifier", *_DECLARED),
            "field_declaration": ("field_identifier", *_DECLARED),
            "friend_declaration": (),
            "template_declaration": tuple(f"declaration/{way}" for way in (*_DECLARED, _TAKEN)),
            "field_initializer": ("^",),
            "base_class_clause/type_identifier": (),
            "base_class_clause/template_type": ("name",),
            "base_class_clause/qualified_identifier": ("$",),
        },
        unique=UNIQUE | {"field_initializer"},
        left_by={"case_statement": LEAVING | {"throw_statement"}},
        overloads={
            "function_definition": "declarator",
            **dict.fromkeys(("declaration", "field_declaration"), _TAKEN),
        },
        mentions=(LABELS, MEMBERS, (_OWN, MEMBERS[1])),
        parted=frozenset({"base_class_clause"}),
        sections={"access_specifier": frozenset({b"public", b"protected", b"private"})},
        left_out={
            "parameter_list": frozenset({"identifier", "default_value", "="}),
            "function_declarator": frozenset(
                {"noexcept", "virtual_specifier", "trailing_return_type"}
            ),
        },
    ),
)
