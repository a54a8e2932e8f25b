package config

const (
	DefaultDir  = "/srv"
	DefaultHost = "0.0.0.0"
	DefaultPort = 8080
)
