package shapes

type (
	Point struct{ X, Y int }
	Height float64
	Width int
)
