"""The verifier: can a clean merge be accounted for?

It shares no code with the merger, on purpose: what one gets wrong the other must see.  From the
texts of base and both sides it works out what the result has to contain, word by word, and says
what it finds amiss.  It is pure, and never changes a result.

`judge` is the door; what it asks, in order:

1. `words`: can each word of the result be accounted for?  If not as the texts are, then maybe as
   they are `rearranged`, alike in all four: what one side sorted, moved or wrote in another form.
2. `structure`: what its syntax tree gives away; by `statements` what is there twice, or is not
   where its author put it, by `names` what is mentioned and not there.

All of it works on `inputs`, the texts as lines and as trees; what comes out are `findings`.
"""

from __future__ import annotations

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.judge import verify

__all__ = ["Finding", "FindingKind", "verify"]
