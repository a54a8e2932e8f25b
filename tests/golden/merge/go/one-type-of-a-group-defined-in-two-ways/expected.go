package shapes

type (
	Point struct{ X, Y int }
<<<<<<< left
	Height int
=======
	Height float64
>>>>>>> right
	Width int
)
