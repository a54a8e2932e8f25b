package text

func Upper(s string) string {
	return convert(s, 'A')
}
