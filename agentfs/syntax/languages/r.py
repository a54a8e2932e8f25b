"""R."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Call, Profile, Unordered

PROFILES: Final = (
    Profile(
        name="r",
        grammar="r",
        suffixes=(b".R", b".r"),
        names=(b".Rprofile",),
        interpreters=(b"Rscript",),
        definitions={"binary_operator": "function"},
        inside=frozenset(),
        through=frozenset(),
        name_places={"binary_operator": "lhs"},
        steps={"argument": "value"},
        value_places={"binary_operator": "rhs"},
        values=frozenset({"function_definition"}),
        calls=(
            Call(
                node="call",
                callee="function",
                kinds={
                    **dict.fromkeys((b"library", b"require", b"source"), "import"),
                    **dict.fromkeys((b"setClass", b"setRefClass"), "class"),
                    b"setGeneric": "function",
                    **dict.fromkeys((b"test_that", b"describe", b"it"), ""),
                },
            ),
        ),
        atomic=frozenset({"string"}),
        unordered=(
            # Where the order can be seen, as in `c`, `switch` and `mutate`, it counts.
            Unordered(
                parents=frozenset({"arguments"}),
                items=frozenset({"argument"}),
                name_place="../function",
                named=frozenset(
                    {b"list", b"R6Class", b"R6::R6Class", b"setClass", b"setRefClass", b"theme"}
                    | {b"labs", b"options", b"structure", b"representation", b"Sys.setenv"}
                ),
                having=frozenset({"name"}),
            ),
        ),
        keys={"argument": ("name",), "parameter": ("name",)},
        mentions=(
            (
                re.compile(rb"(?<![\w.$@:\"'%])([A-Za-z.][\w.]*)(?=\s*\()"),
                re.compile(rb"(?m)^[ \t]*([A-Za-z.][\w.]*)(?=[ \t]*(?:<?<-|=)[ \t\n]*function\b)"),
            ),
            # What a call names is a parameter of a function of the file.
            (
                re.compile(rb"[(,]\s*([A-Za-z.][\w.]*)(?=\s*=(?!=))"),
                re.compile(rb"[(,]\s*([A-Za-z.][\w.]*)(?=\s*(?:=\s*[^,()]+)?(?:,[^()]*)?\)\s*\{)"),
            ),
        ),
        unique=frozenset({"argument", "parameter"}),
    ),
)
