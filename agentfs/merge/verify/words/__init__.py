"""Can each word of a result be accounted for?

`expected` tells by lines what has to be looked at, `accounts` goes through the words of that, by
one of the `ways` to match (`diffs`) or as they are woven together (`weave`), and `search` tries
until all comes out.  `moves` brings what a side moved to one place first, `counts` says early that
it is hopeless, and `repeats` looks for lines that are there twice in a row.
"""
