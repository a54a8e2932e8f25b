package order

var steps = []string{
	"fetch",
	"build",
	"sign",
}
