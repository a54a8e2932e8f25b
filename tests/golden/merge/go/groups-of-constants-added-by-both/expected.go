package config

const DefaultPort = 8080

const (
	MinPort = 1024
	MaxPort = 65535
)

const (
	Local  = "127.0.0.1"
	Global = "0.0.0.0"
)

func Port() int {
	return DefaultPort
}
