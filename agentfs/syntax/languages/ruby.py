"""Ruby."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="ruby",
        grammar="ruby",
        suffixes=(b".rb", b".rake", b".gemspec", b".ru"),
        names=(b"Rakefile", b"Gemfile", b"Guardfile", b"Vagrantfile"),
        interpreters=(b"ruby",),
        definitions={
            "module": "class",
            "class": "class",
            "method": "function",
            "singleton_method": "function",
        },
        inside=frozenset({"module", "class"}),
        through=frozenset({"body_statement", "singleton_class", "if", "unless", "then", "else"}),
        # ``private def x``
        wrappers=frozenset({"call", "argument_list"}),
    ),
)
