package config

const (
	DefaultDir  = "/srv"
	DefaultHost = "localhost"
	DefaultPort = 8080
)
