"""The verifier: can a clean merge be accounted for?

It shares no code with the merger, on purpose: what one gets wrong the other must see.  From the
texts of base and both sides it works out what the result has to contain, word by word, and says
what it finds amiss.  It is pure, and never changes a result.

`judge` is the door, `judged` what goes in, `findings` what comes out.  Words: `texts` cuts lines
and words, `matching` diffs them, `expected` tells by lines what has to be looked at, `accounts`
goes through the words of that, by one of the `ways` to match or as they are woven together
(`weave`), and `search` tries until all comes out; `moves` brings what a side moved to one place
first, `reordered` and `entries` whole lists, `transferred` looks at entries that went to another
object, `forms` at lists in another form; `counts` says early that it is hopeless.  Structure:
`structure` has the parsers decide, `things` says what a tree states, of which `doubles`, `parts`,
`owners` and `sections` look at one rule each (`entries` for texts of lines); `mentions` looks for
names of entries that a side took away, `bindings` for those of code that nothing binds any more,
as does `scopes` for Python; `embedded` finds the scripts of a page, and `repeats` lines that are
there twice in a row.
"""

from __future__ import annotations

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.judge import verify

__all__ = ["Finding", "FindingKind", "verify"]
