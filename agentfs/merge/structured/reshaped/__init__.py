"""What one side put somewhere else or wrote in another way, while the other side changed it.

`nesting` finds what was put into something larger, `wrappers` what got a decorator or `export`,
`rebuilt` the parameters and the body of a function written in another way, `keptparts` the part
that is in what stands there now, `forms` lists written in brackets or in lines.

Each finds where the other side's changes belong.  Invariant: it merges nothing itself, and finds
nothing if there is more than one place for it.
"""
