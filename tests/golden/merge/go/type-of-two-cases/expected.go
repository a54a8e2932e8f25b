package op

func kind(v any) string {
	switch v.(type) {
<<<<<<< left
	case int, []byte:
		return "int"
	case string:
=======
	case int:
		return "int"
	case string, []byte:
>>>>>>> right
		return "text"
	}
	return ""
}
