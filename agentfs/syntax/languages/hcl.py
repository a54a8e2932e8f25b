"""HCL: Terraform, Packer, Nomad."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.json import ARGUMENTS, NAMED, STEPS
from agentfs.syntax.profile import Profile, Unordered

_MENTIONS: Final = (
    (re.compile(rb"\bvar\.([\w-]+)"), re.compile(rb'(?m)^variable\s+"([\w-]+)"')),
    (
        re.compile(rb"\blocal\.([\w-]+)"),
        re.compile(rb"(?m)^[ \t]+([\w-]+)[ \t]*=(?![ \t]*local\.\1\b)"),
    ),
    (re.compile(rb"\bmodule\.([\w-]+)"), re.compile(rb'(?m)^module\s+"([\w-]+)"')),
    (
        re.compile(rb"\bdata\.([\w-]+)\.([\w-]+)"),
        re.compile(rb'(?m)^data\s+"([\w-]+)"\s+"([\w-]+)"'),
    ),
    (
        re.compile(rb"(?<![\w.-])([a-z][\w-]*)\.([A-Za-z_][\w-]*)"),
        re.compile(rb'(?m)^resource\s+"([\w-]+)"\s+"([\w-]+)"'),
    ),
)

PROFILES: Final = (
    Profile(
        name="hcl",
        grammar="hcl",
        suffixes=(b".hcl", b".tf", b".tfvars", b".nomad", b".tofu", b".workflow"),
        names=(b".terraformrc",),
        definitions={"block": "block"},
        inside=frozenset(),
        through=frozenset({"body"}),
        bodies=frozenset({"body"}),
        atomic=frozenset({"string_lit", "quoted_template", "heredoc_template"}),
        unordered=(
            Unordered(parents=frozenset({"body"}), items=frozenset({"attribute", "block"})),
            Unordered(parents=frozenset({"object"}), items=frozenset({"object_elem"})),
            Unordered(
                parents=frozenset({"tuple"}),
                items=frozenset({"expression"}),
                keys=(),
                name_place="../../../identifier",
                named=frozenset({b"depends_on", b"ignore_changes", b"replace_triggered_by"}),
            ),
            Unordered(
                parents=frozenset({"tuple"}),
                items=frozenset({"expression"}),
                having=frozenset({"literal_value/string_lit"}),
                keys=(),
                name_place="../../../identifier",
                not_named=STEPS,
                not_matching=ARGUMENTS,
                key_part=NAMED,
            ),
        ),
        keys={
            "block": ("identifier", "string_lit*"),
            "attribute": ("identifier",),
            "object_elem": ("key",),
        },
        unique=frozenset({"attribute", "object_elem"}),
        repeatable=frozenset({"block"}),
        exclusive=(frozenset({"count", "for_each"}),),
        of_lines=frozenset({"object"}),
        mentions=_MENTIONS,
    ),
)
