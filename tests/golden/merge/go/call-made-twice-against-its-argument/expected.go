package conn

func (c *Conn) Send(msg []byte) error {
	c.log("sending")
<<<<<<< left
	if c.write(frame(msg), c.timeout) != nil {
		return again(c.write(frame(msg), c.timeout))
	}
	return nil
=======
	return c.write(frame(c.id, msg), c.timeout)
>>>>>>> right
}
