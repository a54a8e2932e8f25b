module m

require (
	b.org/b v1.0.0
	c.org/c v1.0.0
)
