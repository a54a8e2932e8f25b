package client

const version = 3

func Ping() {}

type Client struct {
	name string
}
