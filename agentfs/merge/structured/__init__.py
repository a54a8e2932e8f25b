"""Merging by syntax tree.

`tree` has the trees as merging sees them (`lineform` those of texts of lines), `structure` goes
through three of them from the top.  For one list: `keys` tells things apart, `matching` finds
which is which, `twins` makes both matches agree, `stayed` leaves comments where they were, `slot`
and `slots` number things, `order` and `spots` put them in order (`united`: what both inserted
alike; `clashes`: what cannot be there together; `sorting`, `releases`), `layout` sets the blanks
between them.  `moves`, `nesting`, `wrappers`, `renamed`, `dropped`, `operators`, `rows` and
`prose` know special cases.  What comes out is `made` of nodes and of what is undecided;
`assembly` makes text of that, `indented` lines of which one side changed the depth, and
`isomorphic` compares it with its own parse.
"""
