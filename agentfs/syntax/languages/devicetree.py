"""Devicetree sources."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

PROFILES: Final = (
    Profile(
        name="devicetree",
        grammar="devicetree",
        suffixes=(b".dts", b".dtsi", b".dtso", b".overlay"),
        definitions={"node": "class", "preproc_function_def": "macro"},
        inside=frozenset({"node"}),
        through=frozenset({"preproc_if", "preproc_ifdef", "preproc_else", "preproc_elif"}),
        # What ``/include/`` brings in, later nodes change: its place counts.
        imports=frozenset({"preproc_include"}),
        atomic=frozenset({"string_literal", "system_lib_string", "byte_string_literal"}),
        unordered=(
            Unordered(parents=frozenset({"node"}), items=frozenset({"property"})),
            Unordered(parents=frozenset({"node"}), items=frozenset({"node"})),
            Unordered(parents=frozenset({"document"}), items=frozenset({"preproc_def"})),
        ),
        keys={
            "node": ("name", "unit_address"),
            "property": ("name",),
            "preproc_include": ("path",),
            "preproc_def": ("name",),
        },
        unique=frozenset({"property", "preproc_include", "preproc_def"}),
        distinct={"node": ("label",)},
    ),
)
