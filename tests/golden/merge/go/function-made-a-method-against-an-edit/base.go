package a

func render(p *Page, w io.Writer) error {
	head := p.Title
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	return p.body(w)
}
