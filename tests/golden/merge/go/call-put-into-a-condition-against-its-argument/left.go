package conn

func (c *Conn) Send(msg []byte) error {
	c.log("sending")
	if err := c.write(frame(msg), c.timeout); err != nil {
		return fmt.Errorf("send: %w", err)
	}
	return nil
}
