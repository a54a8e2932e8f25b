package new

func Left() {
	left()
}
