package new

<<<<<<< left
func Left() {
	left()
=======
func Right() {
	right()
>>>>>>> right
}
