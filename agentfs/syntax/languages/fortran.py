"""Fortran, in free form."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_PROCEDURES: Final = ("subroutine", "function", "module", "program", "submodule")

PROFILES: Final = (
    Profile(
        name="fortran",
        grammar="fortran",
        suffixes=(b".f90", b".F90", b".f95", b".f03", b".f08", b".F95", b".F03", b".F08"),
        definitions={
            "module": "module",
            "submodule": "module",
            "program": "function",
            "subroutine": "function",
            "function": "function",
            "derived_type_definition": "class",
        },
        inside=frozenset({"module", "submodule", "program"}),
        through=frozenset({"internal_procedures", "preproc_if", "preproc_ifdef", "preproc_else"}),
        imports=frozenset({"use_statement", "preproc_include", "include_statement"}),
        name_places={
            "derived_type_definition": "derived_type_statement",
            **{each: f"{each}_statement" for each in _PROCEDURES},
        },
        steps={"derived_type_statement": "type_name"}
        | {f"{each}_statement": "name" for each in _PROCEDURES},
        atomic=frozenset({"string_literal"}),
        unordered=(
            Unordered(
                parents=frozenset({"included_items"}),
                items=frozenset({"identifier", "use_alias"}),
                keys=(),
            ),
            Unordered(
                parents=frozenset({"public_statement", "private_statement"}),
                items=frozenset({"identifier", "operator", "assignment"}),
                keys=(),
            ),
        ),
        keys={
            "use_statement": ("module_name",),
            "preproc_include": ("path",),
            "include_statement": ("filename",),
            "case_statement": ("case_value_range_list",),
        },
        unique=frozenset({"use_statement", "preproc_include", "include_statement"}),
    ),
)
