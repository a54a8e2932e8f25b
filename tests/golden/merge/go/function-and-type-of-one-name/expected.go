package client

const version = 3

func Ping() {}

<<<<<<< left
func Client() string {
	return "client"
=======
type Client struct {
	name string
>>>>>>> right
}
