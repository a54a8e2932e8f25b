package conn

func (c *Conn) Send(msg []byte) error {
	c.log("sending")
	return c.write(frame(c.id, msg), c.timeout)
}
