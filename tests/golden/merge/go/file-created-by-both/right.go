package new

func Right() {
	right()
}
