package op

func weight(code int) int {
	switch code {
	case 1, 5:
		return 10
	case 3:
		return 30
	case 4:
		return 40
	default:
		return 0
	}
}
