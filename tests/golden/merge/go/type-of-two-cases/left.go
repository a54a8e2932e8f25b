package op

func kind(v any) string {
	switch v.(type) {
	case int, []byte:
		return "int"
	case string:
		return "text"
	}
	return ""
}
