package m

func kind(x int) string {
	switch x {
	case 1:
		return "one"
	case 9:
		return "nine"
	}
	return ""
}
