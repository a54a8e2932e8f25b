package config

const (
	DefaultHost = "0.0.0.0"
	DefaultPort = 8080
)
