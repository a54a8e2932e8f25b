"""Grammars, loaded when first needed, and trees parsed with them.

A grammar is a shared library of tree-sitter-language-pack.  That package's own module is not
imported: it would load three grammars that nobody asked for, 1.7 MB in every view process.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import Final

from tree_sitter import Language, Node, Parser, Point, Query, QueryCursor, Tree

from agentfs.model.errors import AgentfsError
from agentfs.syntax.edits import edits

PACK = "tree_sitter_language_pack"
SEPARATE = {
    "csharp": "tree_sitter_c_sharp",
    "devicetree": "tree_sitter_devicetree",
    "systemverilog": "tree_sitter_systemverilog",
    "yaml": "tree_sitter_yaml",
}
"""Grammars in packages of their own."""
ERRATIC = frozenset({"cmake"})
"""Grammars whose scanner, once a text has errors, reads memory that nobody has set: the tree of
such a text differs from one parse to the next."""

_kept: Final[ContextVar[dict[tuple[str, bytes], Tree] | None]] = ContextVar("trees", default=None)


class GrammarMissing(AgentfsError):
    """The installation's: the grammar of a language we know is not there."""

    code = "grammar-missing"


@contextmanager
def trees_kept() -> Iterator[None]:
    """Within it each text is parsed once: the stages of a merge and its judge look at the same
    texts, each for itself.  Nobody may edit a tree then."""
    if _kept.get() is not None:
        yield
        return
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def parse_tree(grammar: str, content: bytes) -> Tree:
    """Raises GrammarMissing.  Broken text gives a tree with error nodes."""
    kept = _kept.get()
    if kept is None:
        return Parser(_language(grammar)).parse(content)
    if (tree := kept.get((grammar, content))) is None:
        tree = kept[grammar, content] = Parser(_language(grammar)).parse(content)
    return tree


def parse_again(grammar: str, tree: Tree, old: bytes, new: bytes) -> Tree:
    """The tree of `new`, made from that of `old`, which stays as it is.

    Reuses what the edits left alone, so a small edit costs a fifth of a parse.  Where there are
    errors, how tree-sitter recovers depends on what it could reuse; the answer must not depend
    on history, so such a text is parsed afresh.
    """
    tree = tree.copy()
    # The last one first: the places of the others then still hold.
    for start, old_end, added in reversed(edits(old, new)):
        row = old.count(b"\n", 0, start)
        tree.edit(
            *(start, old_end, start + len(added)),
            *(Point(row, 0), _point(row, old[start:old_end]), _point(row, added)),
        )
    again = Parser(_language(grammar)).parse(new, tree)
    return parse_tree(grammar, new) if again.root_node.has_error else again


def is_reliable(grammar: str, root: Node) -> bool:
    """Whether what the tree says is the text's doing alone."""
    return not (grammar in ERRATIC and root.has_error)


def nodes_of(tree: Tree, kinds: frozenset[str]) -> list[Node]:
    """All that are of these types, in the order of the text, outer ones first."""
    found = QueryCursor(_query(tree.language, kinds)).captures(tree.root_node)
    return sorted(found.get("found", ()), key=lambda node: (node.start_byte, -node.end_byte))


@cache
def _query(language: Language, kinds: frozenset[str]) -> Query:
    return Query(language, f"[{' '.join(f'({kind})' for kind in sorted(kinds))}] @found")


def _point(row: int, text: bytes) -> Point:
    """Where `text` ends if it begins at the start of that row."""
    return Point(row + text.count(b"\n"), len(text) - (text.rfind(b"\n") + 1))


@cache
def _language(grammar: str) -> Language:
    return Language(_binding(grammar).language())


def _binding(grammar: str) -> ModuleType:
    try:
        if grammar in SEPARATE:
            return importlib.import_module(SEPARATE[grammar])
        pack = importlib.util.find_spec(PACK)
        folders = pack.submodule_search_locations if pack else None
        if not folders:
            raise ModuleNotFoundError(PACK)
        name = f"{PACK}.bindings.{grammar}"
        spec = PathFinder.find_spec(name, [str(Path(folder, "bindings")) for folder in folders])
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(name)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    except ImportError as error:
        raise GrammarMissing(
            f"the grammar for {grammar} cannot be loaded: {error}",
            hint="install tree-sitter-language-pack, a release before 1.0",
        ) from error
    return module
