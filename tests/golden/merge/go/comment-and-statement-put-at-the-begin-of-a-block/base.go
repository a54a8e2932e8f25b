package pool

func (p *Pool) Put(c *Conn) {
	p.free = append(p.free, c)
	p.wake()
}
