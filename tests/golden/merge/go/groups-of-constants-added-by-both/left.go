package config

const DefaultPort = 8080

const (
	MinPort = 1024
	MaxPort = 65535
)

func Port() int {
	return DefaultPort
}
