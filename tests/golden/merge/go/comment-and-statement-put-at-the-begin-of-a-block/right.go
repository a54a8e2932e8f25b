package pool

func (p *Pool) Put(c *Conn) {
	c.used = time.Now()
	p.free = append(p.free, c)
	p.wake()
}
