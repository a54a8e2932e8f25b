package a

func (page *Page) render(w io.Writer) error {
	head := page.Title
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
<<<<<<< left
	return page.body(w)
=======
	p.count++
	return p.body(w)
>>>>>>> right
}
