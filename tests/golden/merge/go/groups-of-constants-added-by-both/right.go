package config

const DefaultPort = 8080

const (
	Local  = "127.0.0.1"
	Global = "0.0.0.0"
)

func Port() int {
	return DefaultPort
}
