package config

var (
	// Port is where the server listens.
	Port = 9090

	// Host is what it listens on.
	Host = "localhost"

	// Workers is how many requests are served at once.
	Workers = 4
)
