package conn

func (c *Conn) Send(msg []byte) error {
	c.log("sending")
	if c.write(frame(msg), c.timeout) != nil {
		return again(c.write(frame(msg), c.timeout))
	}
	return nil
}
