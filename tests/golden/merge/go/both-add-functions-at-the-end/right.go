package text

func Upper(s string) string {
	return convert(s, 'A')
}

func Title(s string) string {
	return convert(s, 'T')
}
