package mail

// Account is where mail comes from.
type Account struct {
	Host string
	Port int
}
