package a

func (p *Page) render(w io.Writer) error {
	head := strings.ToUpper(p.Title)
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	return p.body(w)
}
