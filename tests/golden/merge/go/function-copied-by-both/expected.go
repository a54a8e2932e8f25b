package area

func Square(side float64) float64 {
	check(side)
	return side * side
}

func Cube(side float64) float64 {
	check(side)
	return side * side * side
}

func Double(side float64) float64 {
	check(side)
	return side + side
}
