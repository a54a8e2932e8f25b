"""Changes of both sides that do not touch, and yet must not be put together.

One module for each: `operators`, `positions`, `promises`, `rows` and `runon` look at a list, and
`lists` asks them; `copied` looks at a thing of it, `renamed` at what is in a definition, `dropped`
at all of the file.  Invariant: each asks one question, to which "yes" is a conflict; nothing else
comes of it.
"""
