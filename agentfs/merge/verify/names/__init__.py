"""Is there what a result mentions by its name, and is it what it was?

`mentions` looks for names of entries that a side took away, `bindings` for those of code that
nothing binds any more, and so does `scopes` for Python, which asks Python's own compiler.
`signatures` looks for calls that no longer fit, `constants` for what is given a value once more,
and `rebound` for what is a value here and a function there.
`members` looks for those of one class or type that it no longer has, `awaited` for calls that
nobody waits for.
`returned` looks for a `return` that gives back what the function gave back before.  `receivers`
tells what a call is of.
`asked` looks for entries by their old names, `leaving` for a `break` without a loop.
`belonging` looks for parts of a class, an enum or a union that it no longer has.
`owed` looks for members that an interface asks for now, and that a new class of it does not have.
`remade` looks for uses of what is another kind of thing now, `early` for those of what has no value
yet.
`arity` looks for uses with as many values as what is mentioned took before.
"""
