package header

const (
	Accept = "Accept"
	Cookie = "Cookie"
	Expect = "Expect"
	Origin = "Origin"
	Server = "Server"
)
