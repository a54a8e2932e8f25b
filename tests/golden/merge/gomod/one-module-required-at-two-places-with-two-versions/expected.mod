module m

require (
<<<<<<< left
	a.org/a v1.0.0
=======
	a.org/a v1.1.0
>>>>>>> right
	b.org/b v1.0.0
	c.org/c v1.0.0
)
