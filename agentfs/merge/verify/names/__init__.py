"""Is there what a result mentions by its name?

`mentions` looks for names of entries that a side took away, `bindings` for those of code that
nothing binds any more, and so does `scopes` for Python, which asks Python's own compiler.
`arity` looks for uses with as many values as what is mentioned took before.
"""
