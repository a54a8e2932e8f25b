"""Merging by syntax tree.

`tree` has the trees as merging sees them (`lineform` those of texts of lines), `structure` goes
through three of them from the top.  For one list: `keys` tells things apart, `matching` finds
which is which, `twins` makes both matches agree, `slots` numbers things, `order` and `spots` put
them in order, `layout` sets the blanks between them.  `moves`, `wrappers`, `operators` and `rows`
know special cases.  What comes out is `made` of nodes and of what is undecided; `assembly` makes
text of that, `indented` lines of which one side changed the depth, and `isomorphic` compares it
with its own parse.
"""
