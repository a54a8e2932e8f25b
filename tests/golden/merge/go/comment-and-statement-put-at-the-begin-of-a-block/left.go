package pool

func (p *Pool) Put(c *Conn) {
	// Closed ones are sorted out when they are taken.
	p.free = append(p.free, c)
	p.wake()
}
