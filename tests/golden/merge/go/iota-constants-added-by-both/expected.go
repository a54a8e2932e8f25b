package level

type Level int

const (
	Debug Level = iota
	Info
	Error
<<<<<<< left
	Fatal
=======
	Panic
>>>>>>> right
)
