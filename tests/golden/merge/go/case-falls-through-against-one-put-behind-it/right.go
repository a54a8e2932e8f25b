package m

func kind(x int) string {
	switch x {
	case 1:
		return "one"
	case 5:
		return "five"
	case 9:
		return "nine"
	}
	return ""
}
