"""A ``break`` or ``continue`` that has nothing to leave any more: one side put it in, and the other
made something else of the loop, such as a call with a function.

What a loop looks like is told by conventions that grammars share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Things
from agentfs.merge.verify.names.bindings import way_to

_WORD: Final = re.compile(rb"(?<![\w$.])(?:break|continue)\b")
_LEAVING: Final = re.compile("break|continue")
_HELD: Final = re.compile("for|while|do_|loop|repeat|switch|case|match|when|select|label")
_FUNCTION: Final = re.compile("function|method|lambda|arrow|closure|program|source_file|module")


def leaving_nothing(judged: Judged) -> Iterator[Finding]:
    """Only where all texts are free of errors.  Raises GrammarMissing."""
    fresh = (line for changed in judged.changed for line in changed.more)
    if not judged.profile.definitions or not any(map(_WORD.search, fresh)):
        return
    if judged.stated.tree.root_node.has_error:
        return
    rows = _lost(judged.stated)
    if not rows or any(each.tree.root_node.has_error for each in judged.known):
        return
    if len(rows) > max(len(_lost(each)) for each in judged.known):
        reason = "what a side put in to leave a loop is in none"
        yield Finding(FindingKind.BROKEN, "", rows[0] + 1, reason)


def _lost(things: Things) -> list[int]:
    """The rows of those that are in no loop of their function."""
    found = []
    for each in _WORD.finditer(things.text):
        kinds = [node.type for node, _ in way_to(each.start(), things.tree)]
        if not any(map(_LEAVING.search, kinds[:2])):
            continue
        around = (kind for kind in kinds[1:] if not _LEAVING.search(kind))
        held = next((k for k in around if _HELD.search(k) or _FUNCTION.search(k)), "function")
        if not _HELD.search(held):
            found.append(things.text.count(b"\n", 0, each.start()))
    return found
