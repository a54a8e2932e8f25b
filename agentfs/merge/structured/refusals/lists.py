"""Why the lists of both sides must not be put together: all the reasons there are, in turn."""

from __future__ import annotations

from agentfs.merge.structured.matching.slot import Lists, Nodes
from agentfs.merge.structured.matching.slots import Slots
from agentfs.merge.structured.refusals.operators import changes_meaning
from agentfs.merge.structured.refusals.positions import changes_number
from agentfs.merge.structured.refusals.promises import promises_otherwise
from agentfs.merge.structured.refusals.rows import changes_width
from agentfs.merge.structured.refusals.runon import runs_on_anew


def against(slots: Slots, lists: Lists, parents: Nodes | None) -> str | None:
    """What speaks against it, in words for a person.  `parents`: what has the lists, if they are
    all of it and not the parts of one item."""
    if parents is not None and changes_meaning(slots):
        return "one side changed the operator, the other what it is applied to"
    if runs_on_anew(slots):
        return "one side made a case run on into the next, the other put another one there"
    if changes_width(slots):
        return "one side changed how wide all rows are, the other added one"
    if parents is not None and changes_number(parents, lists):
        return "one side changed how many values there are, the other one of them"
    if parents is not None and promises_otherwise(parents):
        return "one side made the function asynchronous, the other said what it gives back"
    return None
