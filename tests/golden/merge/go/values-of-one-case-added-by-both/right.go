package op

func weight(code int) int {
	switch code {
	case 3, 6:
		return 30
	case 4:
		return 40
	default:
		return 0
	}
}
