"""Merging by syntax tree.

`tree` has the trees as merging sees them (`lineform` those of texts of lines), `items` what in a
list belongs together; `structure` goes through three trees from the top.  For one list: `keys`
tells things apart, `matching` finds which is which (`increasing`: what of both is in one order),
`twins` makes both matches agree, `stayed` leaves comments where they were, `slot` and `slots`
number things, `order` and `spots` put them in order (`united`: what both inserted alike;
`clashes`: what cannot be there together; `sorting`, `releases`), `layout` sets the blanks between
them, and `depths` their indentation.  `tokens` merges what has no parts, of them `worded` lists of
words and `prose` comments.  `moves`, `relocated`, `forms`, `nesting`, `keptparts`, `rebuilt`,
`emptied`, `wrappers`, `renamed`, `dropped`, `operators`, `positions`, `rows`, `runon`, `embedded`
know special cases.  What comes out is `made` of nodes and of what is undecided; `assembly` makes
text of that, `indented` lines of which one side changed the depth, and `isomorphic` compares it
with its own parse.

The words of these modules: a child with the comments and decorators that lead up to it is an
*item*, the child itself its *core*; what lies between two items is a *gap*.  A *key* tells items
apart, items of one *group* may change places.  A *slot* is one thing in its three versions; things
that stand in all three lists in one order are *anchors*, what lies between two of them a *region*,
and what becomes of that a *spot*.
"""
