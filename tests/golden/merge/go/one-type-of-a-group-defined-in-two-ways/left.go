package shapes

type (
	Point struct{ X, Y int }
	Width int
	Height int
)
