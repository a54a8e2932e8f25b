package op

func weight(code int) int {
	switch code {
<<<<<<< left
	case 1, 5:
		return 10
	case 3:
		return 30
	case 4:
		return 40
=======
	case 3:
		return 30
	case 4:
		return 40
	case 2, 5:
		return 20
>>>>>>> right
	default:
		return 0
	}
}
