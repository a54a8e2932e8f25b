module m

require (
	b.com/b v1.1.0
	a.com/a v1.0.0
	c.com/c v1.0.0
)
