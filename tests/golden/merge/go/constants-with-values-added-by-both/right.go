package header

const (
	Accept = "Accept"
	Cookie = "Cookie"
	Expect = "Expect"
	Server = "Server"
)
