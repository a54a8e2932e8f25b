void save(struct doc *d)
{
	lock(d);
	write_header(d);
	write_body(d, d->format);
	unlock(d);
}
