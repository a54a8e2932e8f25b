package dial

func Dial(addr string) (*Conn, error) {
	c, err := open(addr)
	if err != nil {
		return nil, err
	}
	return c, nil
}

func Close(c *Conn) Err {
	return c.close()
}
