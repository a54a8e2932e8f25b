package config

const (
	DefaultHost = "localhost"
	DefaultPort = 8080
)
