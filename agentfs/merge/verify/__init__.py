"""The verifier: can a clean merge be accounted for?

It shares no code with the merger, on purpose: what one gets wrong the other must see.  From the
texts of base and both sides it works out what the result has to contain, word by word, and says
what it finds amiss.  It is pure, and never changes a result.
"""

from __future__ import annotations

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.judge import verify

__all__ = ["Finding", "FindingKind", "verify"]
