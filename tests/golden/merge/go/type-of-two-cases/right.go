package op

func kind(v any) string {
	switch v.(type) {
	case int:
		return "int"
	case string, []byte:
		return "text"
	}
	return ""
}
