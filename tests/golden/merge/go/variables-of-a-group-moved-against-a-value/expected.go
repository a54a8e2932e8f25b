package config

var (
	// Host is what it listens on.
	Host = "localhost"

	// Port is where the server listens.
	Port = 9090

	// Workers is how many requests are served at once.
	Workers = 4
)
