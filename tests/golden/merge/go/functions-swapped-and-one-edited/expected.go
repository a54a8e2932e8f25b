package dial

func Close(c *Conn) Err {
	return c.close()
}

func Dial(addr string) (*Conn, error) {
	c, err := open(addr)
	if err != nil {
		return nil, err
	}
	return c, nil
}
