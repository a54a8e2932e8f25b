package shape

func Corners(kind string) int {
	switch kind {
	case "triangle":
		return 3
<<<<<<< left
	case "square":
		return 4
=======
	case "hexagon":
		return 6
>>>>>>> right
	default:
		return 0
	}
}
