"""Gleam."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_COMMENTS: Final = frozenset({"comment", "statement_comment", "module_comment"})
_LABELLED: Final = ("argument", "record_update_argument", "record_pattern_argument")

PROFILES: Final = (
    Profile(
        name="gleam",
        grammar="gleam",
        suffixes=(b".gleam",),
        definitions={
            "function": "function",
            "external_function": "function",
            "type_definition": "type",
            "type_alias": "type",
            "external_type": "type",
        },
        inside=frozenset(),
        through=frozenset(),
        anywhere=frozenset({"function", "type_definition", "type_alias"}),
        # ``@external(…)`` says where the body is.
        attached=_COMMENTS | {"attribute"},
        imports=frozenset({"import"}),
        name_places={
            **dict.fromkeys(("type_definition", "type_alias", "external_type"), "type_name"),
        },
        steps={"type_name": "name"},
        comments=_COMMENTS,
        atomic=frozenset({"string"}),
        unordered=(
            Unordered(
                parents=frozenset({"source_file"}),
                items=frozenset({"function", "type_definition", "type_alias", "constant"}),
            ),
            Unordered(
                parents=frozenset({"unqualified_imports"}), items=frozenset({"unqualified_import"})
            ),
            Unordered(
                parents=frozenset({"data_constructors"}), items=frozenset({"data_constructor"})
            ),
            # What has no label goes by its place.
            Unordered(
                parents=frozenset({"arguments", "record_update_arguments"}),
                items=frozenset({"argument", "record_update_argument"}),
                having=frozenset({"label"}),
            ),
        ),
        keys={
            "import": ("module",),
            "unqualified_import": ("type", "name"),
            "constant": ("name",),
            "data_constructor": ("name",),
            "data_constructor_argument": ("label",),
            **dict.fromkeys(_LABELLED, ("label",)),
            "case_clause": ("case_clause_patterns", "case_clause_guard"),
        },
        unique=frozenset(
            {"import", "unqualified_import", "constant", "data_constructor", "case_clause"}
            | {"data_constructor_argument", *_LABELLED}
        ),
        distinct={"function_parameter": ("name", "label")},
    ),
)
