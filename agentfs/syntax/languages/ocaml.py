"""OCaml: modules, and their interfaces."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_DEFINITIONS: Final = {
    "let_binding": "function",
    "value_specification": "function",
    "external": "function",
    "type_binding": "type",
    "exception_definition": "type",
    "module_binding": "module",
    "module_type_definition": "module",
    "class_binding": "class",
    "class_type_binding": "class",
    "method_definition": "function",
    "method_specification": "function",
}
_NAMES: Final = {
    "let_binding": "pattern",
    "value_specification": "value_name",
    "external": "value_name",
    "exception_definition": "constructor_declaration",
    "module_binding": "module_name",
    "module_type_definition": "module_type_name",
    "class_binding": "class_name",
    "class_type_binding": "class_type_name",
    "method_definition": "method_name",
    "method_specification": "method_name",
}
_CHAINS: Final = frozenset(
    {"value_definition", "type_definition", "module_definition", "class_definition"}
    | {"class_type_definition"}
)
_KEYS: Final = {
    "tag_specification": ("tag",),
    "field_declaration": ("field_name",),
    "field_expression": ("field_path",),
    "field_pattern": ("field_path",),
    "constructor_declaration": ("constructor_name",),
    "instance_variable_definition": ("instance_variable_name",),
    "match_case": ("pattern", "guard"),
}


def _ocaml(name: str, grammar: str, suffix: bytes) -> Profile:
    return Profile(
        name=name,
        grammar=grammar,
        suffixes=(suffix,),
        interpreters=(b"ocaml",) if name == "ocaml" else (),
        definitions=_DEFINITIONS,
        inside=frozenset(
            {"module_binding", "module_type_definition", "class_binding", "class_type_binding"}
        ),
        through=frozenset({"structure", "signature", "object_expression", "class_body_type"}),
        wrappers=_CHAINS,
        imports=frozenset({"open_module"}),
        name_places=_NAMES,
        steps={"constructor_declaration": "constructor_name"},
        # ``let () = …`` only runs; ``let%test "…" = …`` has a name.
        value_places={"let_binding": "pattern"},
        values=frozenset({"value_name", "parenthesized_operator", "string"}),
        bodies=frozenset({"sequence_expression", "variant_declaration"}),
        atomic=frozenset({"string", "quoted_string", "character"}),
        separators={
            **dict.fromkeys(("record_expression", "record_declaration"), b";"),
            **dict.fromkeys(("polymorphic_variant_type", "variant_declaration"), b"|"),
            **dict.fromkeys(_CHAINS, b"and"),
        },
        unordered=(
            Unordered(
                parents=frozenset({"record_declaration"}), items=frozenset({"field_declaration"})
            ),
            Unordered(
                parents=frozenset({"record_expression"}), items=frozenset({"field_expression"})
            ),
            Unordered(
                parents=frozenset({"variant_declaration"}),
                items=frozenset({"constructor_declaration"}),
            ),
            Unordered(
                parents=frozenset({"polymorphic_variant_type"}),
                items=frozenset({"tag_specification"}),
            ),
            Unordered(parents=frozenset({"record_pattern"}), items=frozenset({"field_pattern"})),
        ),
        keys=_KEYS,
        distinct={"match_case": (".[guard=]/pattern",)},
        mentions=(
            # What a call labels is a parameter of a function of the file.
            (
                re.compile(rb"[~?]([a-z_][\w']*)"),
                re.compile(
                    rb"\b(?:let|and|fun|method|val)\b(?:(?!\blet\b)[^=;~?]|->)*[~?]\(?([a-z_][\w']*)"
                ),
            ),
            (
                re.compile(rb"(?:\)|(?<![\w.'])[a-z_][\w']*)\.([a-z_][\w']*)"),
                re.compile(
                    rb"(?m)(?:[{;]|^)[ \t\n]*(?:mutable[ \t]+)?([a-z_][\w']*)(?=[ \t]*:(?!=))"
                ),
            ),
        ),
        unique=frozenset({*_KEYS}) - {"match_case"},
    )


PROFILES: Final = (
    _ocaml("ocaml", "ocaml", b".ml"),
    _ocaml("ocaml-interface", "ocaml_interface", b".mli"),
)
