void save(struct doc *d)
{
	lock(d);
	if (d->dirty) {
		write_header(d);
		write_body(d);
	}
	unlock(d);
}
