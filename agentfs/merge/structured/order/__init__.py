"""In which order things stand in the merged list.

`regions` cuts the three orders at the things that all have in one order; `spots` says what becomes
of each region, or that it is undecided.  It asks, in turn: `united` what both inserted alike;
`sequence` what has its place by the grammar; `anyorder` what may stand in any order (`interleaved`:
which one that is, `sorting` and `releases`: a sorted list stays sorted); `replaced` what stands in
the place of something.  `clashes` says what cannot be there together.

Invariant: orders are lists of numbers of slots; nothing here makes text.
"""
