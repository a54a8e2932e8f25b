"""Three-way merge of a file's contents: the door to the engine, and its cascade.

Pure and deterministic; symmetric up to the order of sides.  `docs/merging.md` says what is
merged how.  Each level hands on to the next what it cannot decide for sure:

1. one side is unchanged, or both are the same;
2. the lines merge, and the verifier can account for the result;
3. the syntax trees merge, and the result is the tree that was meant;
4. what is still undecided is a conflict: the regions of 3, or those of 2 if 3 has no better.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from agentfs.merge.indented import merge_indented, merge_taken_out
from agentfs.merge.lines import merge_lines
from agentfs.merge.marks import with_one_mark
from agentfs.merge.structured.assembly import chunks_of
from agentfs.merge.structured.isomorphic import is_isomorphic
from agentfs.merge.structured.made import text_of
from agentfs.merge.structured.matching.moves import moves_of
from agentfs.merge.structured.matching.slot import Nodes
from agentfs.merge.structured.refusals.dropped import uses_dropped
from agentfs.merge.structured.reshaped.forms import in_one_form
from agentfs.merge.structured.structure import Way, merge_trees
from agentfs.merge.structured.trees.lineform import lines_tree
from agentfs.merge.structured.trees.tree import Node, tree_again, tree_of
from agentfs.merge.unsure import unsure
from agentfs.merge.values import SIDES, Clash, Clean, How, MergeResult
from agentfs.merge.verify import Finding, verify
from agentfs.merge.wholefile import in_form, plain_texts
from agentfs.model.conflicts import ConflictKind
from agentfs.model.ids import RepoPath
from agentfs.syntax.grammars import is_reliable, trees_kept
from agentfs.syntax.languages import language_of
from agentfs.syntax.profile import Profile

LARGEST: Final = 4 << 20
"""Bytes of a text that is parsed; a larger one is merged by its lines."""

_WAYS: Final = (
    Way(),
    Way(commas=False),
    Way(lines_first=False),
    Way(lines_first=False, commas=False),
    Way(parts=False),
    Way(lines_first=False, parts=False),
)
"""How trees are merged, until it can be trusted."""


def merge3(base: bytes, left: bytes, right: bytes, language: Profile | None) -> MergeResult:
    """Any bytes will do.  Without a language the texts are merged by their lines.

    Raises GrammarMissing if the installation is broken.
    """
    if left in (right, base) or right == base:
        return replace(merge_lines(base, left, right), how=How.TRIVIAL)
    if any(b"\0" in text for text in (base, left, right)):
        return merge_lines(base, left, right)
    (base, left, right), form = plain_texts((base, left, right))
    if left in (right, base) or right == base:
        return in_form(replace(merge_lines(base, left, right), how=How.TRIVIAL), form)
    with trees_kept():
        base, left, right = with_one_mark((base, left, right), language)
        return in_form(_Cascade(base, left, right, language).result(), form)


@dataclass(frozen=True)
class _Cascade:
    base: bytes
    left: bytes
    right: bytes
    language: Profile | None

    def result(self) -> MergeResult:
        lines = merge_lines(self.base, self.left, self.right)
        if self.language is None:
            return lines
        if max(map(len, (self.base, self.left, self.right))) > LARGEST:
            return replace(lines, note="too large to be parsed: merged by its lines")
        objection = self._objection(lines.text_with("left")) if lines.clean else None
        if lines.clean and objection is None:
            return lines
        structured = self._structured()
        if structured is not None and structured.clean:
            return structured
        if reformed := self._in_one_form(self.language):
            return reformed
        if structured is not None and (unmoved := self._indented(structured, lines)):
            return unmoved
        if lines.clean:
            return structured or self._unsure(objection)
        return structured if structured and _is_less(structured, lines) else lines

    def _indented(self, structured: MergeResult, lines: MergeResult) -> MergeResult | None:
        """By lines whatever their indentation: one side may have put a block into another, or
        taken it out of one.  Not if the trees say why they are undecided, unless that is what a
        side seems to have deleted."""
        gone = (ConflictKind.DELETE_EDIT, ConflictKind.EDIT_DELETE)
        if lines.clean or any(c.reason and c.kind not in gone for c in structured.clashes):
            return None
        parts = [
            chunk.text if isinstance(chunk, Clean) else _merged_indented(chunk)
            for chunk in lines.chunks
        ]
        if None not in parts:
            merged = b"".join(part for part in parts if part is not None)
            if self._objection(merged) is None:
                return MergeResult((Clean(merged),), How.LINES)
        # A clash may end in the middle of the block: its last brace was there before.
        whole = merge_taken_out(self.base, self.left, self.right)
        if whole is None or self._objection(whole) is not None:
            return None
        return MergeResult((Clean(whole),), How.LINES)

    @cached_property
    def _trees(self) -> Nodes:
        """Only of texts that have a language."""
        assert self.language is not None
        base, left, right = self.base, self.left, self.right
        return _tree(base, self.language), _tree(left, self.language), _tree(right, self.language)

    def _in_one_form(self, language: Profile) -> MergeResult | None:
        """With what one side wrote in another form in that form in all texts."""
        if not language.forms or not self.base.strip():
            return None
        texts = in_one_form(self._trees)
        merged = _Cascade(*texts, language).result() if texts is not None else None
        if merged is None or not merged.clean:
            return None
        return merged if self._objection(merged.text_with("left")) is None else None

    def _objection(self, text: bytes) -> Finding | None:
        """Why a clean result is not to be trusted, if it is not."""
        return next(iter(verify(self.base, self.left, self.right, text, self.language)), None)

    def _unsure(self, objection: Finding | None) -> MergeResult:
        assert objection is not None
        texts = (self.base, self.left, self.right)
        return unsure(*texts, objection.reason, objection.line)

    def _structured(self) -> MergeResult | None:
        """By syntax trees, or None if what comes out cannot be trusted."""
        if not self.base.strip():
            return None  # two files of one name: nobody knows that they are one
        trees = self._trees
        if len({tree.type for tree in trees}) > 1:
            return None  # one has so many errors that it is no text of the language
        if not all(_is_reliable(tree) for tree in trees):
            return None
        moves = moves_of(*trees)
        tried: set[bytes] = set()
        for way in _WAYS:
            made = merge_trees(trees, moves, way, _merged_embedded)
            result = MergeResult(chunks_of(made), How.STRUCTURE)
            if not result.clean:
                if _sides_parse(result, trees):
                    return result
                continue
            text = result.text_with("left")
            if text in tried:
                continue
            if made.decided:
                assert text_of(made) == text
                if not is_isomorphic(made, _tree_like(trees[1], text)):
                    continue
            tried.add(text)
            if self._objection(text) is None and not uses_dropped(*trees):
                return result
        return None


def _merged_indented(clash: Clash) -> bytes | None:
    return merge_indented(clash.base, clash.left, clash.right)


def _merged_embedded(suffix: bytes, base: bytes, left: bytes, right: bytes) -> bytes | None:
    language = language_of(RepoPath(b"embedded" + suffix), b"")
    merged = merge3(base, left, right, language)
    return merged.text_with("left") if merged.clean else None


def _tree(text: bytes, language: Profile) -> Node:
    return lines_tree(text, language) if language.lines else tree_of(text, language)


def _tree_like(tree: Node, text: bytes) -> Node:
    """The tree of `text`, which was made from that tree's."""
    return lines_tree(text, tree.source.profile) if tree.syntax is None else tree_again(tree, text)


def _is_reliable(tree: Node) -> bool:
    return tree.syntax is None or is_reliable(tree.source.profile.grammar, tree.syntax)


def _sides_parse(result: MergeResult, trees: Sequence[Node]) -> bool:
    """Whether the text with either side's regions has no more errors than the texts."""
    most = max(map(_errors, trees))
    sides = zip(SIDES[1:], trees[1:], strict=True)
    return all(_errors(_tree_like(tree, result.text_with(side))) <= most for side, tree in sides)


def _errors(tree: Node) -> int:
    """How many places of a text are none of the language."""
    waiting = [tree.syntax] if tree.syntax is not None else []
    count = 0
    while waiting:
        node = waiting.pop()
        count += node.is_error or node.is_missing
        waiting += [child for child in node.children if child.has_error] if node.has_error else []
    return count


def _is_less(one: MergeResult, other: MergeResult) -> bool:
    return _size(one.clashes) <= _size(other.clashes)


def _size(clashes: Sequence[Clash]) -> int:
    """Bytes that someone has to look at."""
    return sum(len(clash.left) + len(clash.right) for clash in clashes)
