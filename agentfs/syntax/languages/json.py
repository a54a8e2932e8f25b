"""JSON, with comments where it has them."""

from __future__ import annotations

import re
from dataclasses import replace
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
NAMED: Final = re.compile(rb"""["']?[\w./@-]+(?=\s*(?:[=<>!~]=|[=<>\[]))""")
"""The beginning of a string that names something and says more of it: ``name>=1.0``."""

COMMAND: Final = re.compile(
    # The last word of a name, whatever stands before it: `BUILD_CMD`, `buildArgs`, `subprocess.run`
    rb"(?:^|.*(?:[^A-Za-z]|(?<=[a-z])(?=[A-Z])))"
    rb"(?i:args?|argv|arguments|cmds?|cmdline|commands?|entrypoint|exec\w*|spawn\w*|run|script"
    rb"|popen\w*|system\w*|process|check_call|check_output|capture\w*|call|sh|stages|steps"
    rb"|pipeline|order|path|middlewares?|namedtuple|match_args__)"
    # What leads from it to the list: a type, an assignment, a parenthesis, the program's name.
    rb"""[!?"'\s\]]*(?::[^=(){};]*)?(?:=>|:=|\+?=|:|\()\s*"""
    rb"""(?:"[^"\n]*"\s*,|'[^'\n]*'\s*,)?\s*(?:new\s+\w+\s*\[\]\s*)?[*&]*$"""
)
"""What stands before a list of plain strings that is a command with its arguments, or one of
steps."""
OPTION: Final = re.compile(rb"(?:-[ \t]+)?[\"'`]*-{1,2}[A-Za-z]")
"""The beginning of a word that is an option: where there is one, words have an order.  In YAML an
item begins with a dash."""

_PLACES: Final = frozenset(
    {b"paths", b"alias", b"moduleNameMapper", b"exports", b"imports", b"typesVersions", b"*"}
)
"""Keys of objects that say of each name where to look for it, one place after the other."""

SHORT: Final = frozenset({b"version"})
"""What a string stands for, instead of an object with more: of a package its version."""

_MENTIONS: Final = (
    # What a schema is made of.
    (
        re.compile(rb"\"#/(?:definitions|\$defs|components/\w+)/([\w.-]+)\""),
        re.compile(rb"\"([\w.-]+)\"\s*:\s*\{"),
    ),
    # What a script runs.
    (
        re.compile(rb"\b(?:npm|pnpm|yarn) run ([\w:.-]+)"),
        re.compile(rb"\"([\w:.-]+)\"\s*:\s*\""),
    ),
)

PLAIN_STRINGS: Final = Unordered(
    parents=frozenset({"array"}),
    items=frozenset({"string"}),
    not_named=STEPS,
    not_matching=ARGUMENTS,
    not_with=OPTION,
    keys=(),
    key_part=NAMED,
    alone=True,
)
"""Lists of such are sets, but for what has an order."""

PROFILES: Final = (
    Profile(
        name="json",
        grammar="json",
        suffixes=(
            *(b".json", b".jsonc", b".webmanifest", b".geojson", b".ipynb", b".avsc"),
            *(b".code-workspace", b".code-snippets", b".har", b".tfstate", b".arb", b".sarif"),
            b".topojson",
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
            replace(
                PLAIN_STRINGS,
                name_place="../key/string_content",
                below_place="../../../key/string_content",
                not_below=_PLACES,
            ),
        ),
        keys={"pair": ("key",)},
        moving=frozenset({"pair"}),
        short_for=SHORT,
        escapes=re.compile(rb"""\\(?:u([0-9a-fA-F]{4})|(?P<char>["'\\/]))"""),
        unique=frozenset({"pair"}),
        mentions=_MENTIONS,
    ),
)
