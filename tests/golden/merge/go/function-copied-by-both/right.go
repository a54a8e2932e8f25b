package area

func Square(side float64) float64 {
	check(side)
	return side * side
}

func Double(side float64) float64 {
	check(side)
	return side + side
}
