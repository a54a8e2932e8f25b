package config

var (
	// Host is what it listens on.
	Host = "localhost"

	// Port is where the server listens.
	Port = 8080

	// Workers is how many requests are served at once.
	Workers = 4
)
