"""The definitions of one file."""

from __future__ import annotations

from agentfs.model.changes import ParseState
from agentfs.model.ids import RepoPath
from agentfs.syntax.definitions import Definition, Parsed, Span, definitions_in
from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.profile import Profile
from agentfs.syntax.symbols import FILE, IMPORTS, MODULE, parse

__all__ = ["FILE", "IMPORTS", "MODULE", "Definition", "ParseState", "Parsed", "Span", "outline"]


def outline(path: RepoPath, content: bytes, language: Profile | None) -> Parsed:
    """In `language`, else in the one that the file is in.  Raises GrammarMissing."""
    if language is None:
        return parse(path, content)
    defines = bool(language.definitions or language.calls)
    if not defines or b"\0" in content:
        return Parsed(ParseState.NONE)
    root = parse_tree(language.grammar, content).root_node
    return definitions_in(root, content, language)
