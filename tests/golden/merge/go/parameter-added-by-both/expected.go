package dial

<<<<<<< left
func Dial(addr string, retries int) (*Conn, error) {
=======
func Dial(addr string, timeout time.Duration) (*Conn, error) {
>>>>>>> right
	c, err := open(addr)
	if err != nil {
		return nil, err
	}
	return c, nil
}

func Close(c *Conn) error {
	return c.shutdown()
}
