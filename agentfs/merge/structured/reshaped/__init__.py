"""What one side put somewhere else or wrote in another way, while the other side changed it.

`nesting` looks for a thing in something larger, and `inside` says which of the three versions that
is; `wrappers` knows what got a decorator or `export`, `rebuilt` the parameters and the body of a
function written in another way, `listed` what both made a list of, `keptparts` the part that is in
what stands there now, `forms` lists written in brackets or in lines.

Each says where the other side's changes belong.  Invariant: it merges nothing itself, and finds
nothing if there is more than one place for it.
"""
