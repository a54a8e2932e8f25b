package m

func kind(x int) string {
	switch x {
	case 1:
		x++
		fallthrough
	case 9:
		return "nine"
	}
	return ""
}
