package m

func kind(x int) string {
	switch x {
	case 1:
<<<<<<< left
		x++
		fallthrough
=======
		return "one"
	case 5:
		return "five"
>>>>>>> right
	case 9:
		return "nine"
	}
	return ""
}
