"""JSON5, which Jsonnet's grammar reads: names and strings in single quotes are keys, too."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from agentfs.syntax.languages.json import PLAIN_STRINGS
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
            replace(PLAIN_STRINGS, name_place="../fieldname"),
        ),
        keys={"member": ("field/fieldname",)},
        escapes=re.compile(rb"""\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(?P<char>["'\\/]))"""),
        moving=frozenset({"member"}),
        unique=frozenset({"member"}),
    ),
)
