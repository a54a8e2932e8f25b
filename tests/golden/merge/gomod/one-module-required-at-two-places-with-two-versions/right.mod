module m

require (
	b.org/b v1.0.0
	c.org/c v1.0.0
	a.org/a v1.1.0
)
