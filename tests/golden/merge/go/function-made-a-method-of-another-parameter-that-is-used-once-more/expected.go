package a

<<<<<<< left
func (page *Page) render(w io.Writer) error {
	head := page.Title
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	return page.body(w)
=======
func render(p *Page, w io.Writer) error {
	head := p.Title
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	p.count++
	return p.body(w)
>>>>>>> right
}
