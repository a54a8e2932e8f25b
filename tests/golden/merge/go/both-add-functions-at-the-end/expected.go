package text

func Upper(s string) string {
	return convert(s, 'A')
}

// Lower is the opposite of Upper.
func Lower(s string) string {
	return convert(s, 'a')
}

func Title(s string) string {
	return convert(s, 'T')
}
