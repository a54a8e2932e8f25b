"""JSON5, which Jsonnet's grammar reads: names and strings in single quotes are keys, too."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.json import ARGUMENTS, NAMED, OPTION, STEPS
from agentfs.syntax.profile import Profile, Unordered

PROFILES: Final = (
    Profile(
        name="json5",
        grammar="jsonnet",
        suffixes=(b".json5",),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        atomic=frozenset({"string"}),
        unordered=(
            Unordered(parents=frozenset({"object"}), items=frozenset({"member"})),
            Unordered(
                parents=frozenset({"array"}),
                items=frozenset({"string"}),
                name_place="../fieldname",
                not_named=STEPS,
                not_matching=ARGUMENTS,
                not_with=OPTION,
                keys=(),
                key_part=NAMED,
                alone=True,
            ),
        ),
        keys={"member": ("field/fieldname",)},
        escapes=re.compile(rb"""\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(?P<char>["'\\/]))"""),
        moving=frozenset({"member"}),
        unique=frozenset({"member"}),
    ),
)
