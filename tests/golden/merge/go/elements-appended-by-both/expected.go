package order

var steps = []string{
	"fetch",
	"build",
<<<<<<< left
	"test",
=======
	"sign",
>>>>>>> right
}
