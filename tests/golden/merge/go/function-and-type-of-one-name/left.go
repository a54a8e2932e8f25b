package client

const version = 3

func Ping() {}

func Client() string {
	return "client"
}
