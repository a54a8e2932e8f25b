package config

const DefaultPort = 8080

func Port() int {
	return DefaultPort
}
