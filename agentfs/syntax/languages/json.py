"""JSON, with comments where it has them."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Profile, Unordered

STEPS: Final = frozenset(
    {b"args", b"argv", b"arguments", b"cmd", b"command", b"commands", b"entrypoint", b"exec"}
    | {b"run", b"script", b"before_script", b"after_script", b"steps", b"stages", b"pipeline"}
    | {b"order", b"sequence", b"extends", b"presets", b"plugins", b"use", b"loaders", b"path"}
    | {b"classpath", b"middleware", b"middlewares", b"MIDDLEWARE", b"coordinates", b"fallback"}
)
"""Keys of which the value is no set, even if it is a list of plain strings."""
ARGUMENTS: Final = re.compile(
    rb"(?i).*(?:args|argv|arguments|opts|flags|cmd|commands?|cmdline|entrypoint|exec|script|steps)"
)
"""The same for keys that end so: ``addopts``, ``extraArgs``, ``rustflags``."""
OPTION: Final = re.compile(rb"""(?:-[ \t]+["']?)?--?\w""")
"""An item of a list of arguments, whatever the list is called; in YAML behind a dash."""
NAMED: Final = re.compile(rb"""["']?[\w./@-]+(?=\s*(?:[=<>!~]=|[=<>\[]))""")
"""The beginning of a string that names something and says more of it: ``name>=1.0``."""

PROFILES: Final = (
    Profile(
        name="json",
        grammar="json",
        suffixes=(
            *(b".json", b".jsonc", b".json5", b".webmanifest", b".geojson", b".ipynb", b".avsc"),
            *(b".code-workspace", b".har", b".tfstate"),
        ),
        names=(
            *(b".eslintrc", b".babelrc", b".prettierrc", b".jshintrc", b".swcrc", b".stylelintrc"),
            *(b".bowerrc", b".nycrc", b".lintstagedrc", b".releaserc", b".watchmanconfig"),
            *(b"composer.lock", b"Pipfile.lock", b"flake.lock", b"deno.lock", b"bun.lock"),
        ),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        atomic=frozenset({"string"}),
        unordered=(
            Unordered(parents=frozenset({"object"}), items=frozenset({"pair"})),
            Unordered(
                parents=frozenset({"array"}),
                items=frozenset({"string"}),
                name_place="../key/string_content",
                not_named=STEPS,
                not_matching=ARGUMENTS,
                no_items=OPTION,
                keys=(),
                key_part=NAMED,
                alone=True,
            ),
        ),
        keys={"pair": ("key",)},
        unique=frozenset({"pair"}),
    ),
)
