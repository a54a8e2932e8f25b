"""In which order things stand in the merged list.

`regions` cuts the three orders at the things that all have in one order; `spots` says what becomes
of each region, or that it is undecided: `united` finds what both inserted alike, `clashes` what
cannot be there together, and `sorting` and `releases` keep a sorted list sorted.

Invariant: orders are lists of numbers of slots; nothing here makes text.
"""
