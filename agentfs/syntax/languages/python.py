"""Python."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="python",
        grammar="python",
        suffixes=(b".py", b".pyi", b".pyw"),
        names=(b"SConstruct", b"SConscript", b"wscript"),
        interpreters=(b"python", b"pypy"),
        definitions={"function_definition": "function", "class_definition": "class"},
        inside=frozenset({"class_definition"}),
        through=frozenset(
            {"block", "if_statement", "elif_clause", "else_clause", "try_statement"}
            | {"except_clause", "finally_clause", "with_statement"}
        ),
        wrappers=frozenset({"decorated_definition"}),
        imports=frozenset({"import_statement", "import_from_statement", "future_import_statement"}),
    ),
)
