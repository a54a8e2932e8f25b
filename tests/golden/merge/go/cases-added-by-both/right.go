package shape

func Corners(kind string) int {
	switch kind {
	case "triangle":
		return 3
	case "hexagon":
		return 6
	default:
		return 0
	}
}
