package shape

func Corners(kind string) int {
	switch kind {
	case "triangle":
		return 3
	case "square":
		return 4
	default:
		return 0
	}
}
