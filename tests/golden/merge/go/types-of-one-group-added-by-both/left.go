package shapes

type (
	// Point has a place.
	Point struct{ X, Y int }
	Width int
	Height int
)
