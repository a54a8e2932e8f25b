module m

require (
	a.org/a v1.0.0
	b.org/b v1.0.0
	c.org/c v1.0.0
)
