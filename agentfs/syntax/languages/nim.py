"""Nim."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Call, Profile, Unordered

_PROCEDURES: Final = (
    *("proc_declaration", "func_declaration", "method_declaration", "iterator_declaration"),
    *("converter_declaration", "template_declaration", "macro_declaration"),
)

PROFILES: Final = (
    Profile(
        name="nim",
        grammar="nim",
        suffixes=(b".nim", b".nims"),
        definitions={
            **dict.fromkeys(_PROCEDURES, "function"),
            "template_declaration": "macro",
            "macro_declaration": "macro",
            "type_declaration": "type",
        },
        inside=frozenset(),
        through=frozenset({"type_section", "when", "statement_list", "else_branch", "elif_branch"}),
        imports=frozenset({"import_statement", "import_from_statement", "include_statement"}),
        name_places={"type_declaration": "type_symbol_declaration"},
        steps={"type_symbol_declaration": "name", "exported_symbol": ""},
        calls=(
            Call(
                node="call",
                callee="function",
                kinds={b"suite": "", b"test": ""},
                name="argument_list",
            ),
        ),
        comments=frozenset({"comment", "block_comment", "documentation_comment"}),
        atomic=frozenset({"interpreted_string_literal", "raw_string_literal"})
        | {"long_string_literal"},
        unordered=(
            # Names without a folder before them.
            Unordered(
                parents=frozenset({"expression_list"}),
                items=frozenset({"identifier"}),
                keys=(),
                name_place="../import",
                named=frozenset({b"import"}),
            ),
            Unordered(parents=frozenset({"type_section"}), items=frozenset({"type_declaration"})),
        ),
        keys={
            "import_statement": ("expression_list/identifier", "expression_list/infix_expression*"),
            "import_from_statement": ("module",),
            "include_statement": (),
            "field_declaration": ("symbol_declaration_list",),
        },
        unique=frozenset({"import_statement", "import_from_statement", "field_declaration"}),
        overloads=dict.fromkeys(_PROCEDURES, "parameters/parameter_declaration*/type"),
        indented=True,
    ),
)
