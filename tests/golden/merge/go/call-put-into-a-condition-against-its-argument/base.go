package conn

func (c *Conn) Send(msg []byte) error {
	c.log("sending")
	return c.write(frame(msg), c.timeout)
}
