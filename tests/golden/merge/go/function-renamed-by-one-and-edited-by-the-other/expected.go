package conf

func Load(path string) (*Conf, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parseLines(data)
}

func parseLines(data []byte) (*Conf, error) {
	conf := new(Conf)
	for _, line := range bytes.Split(bytes.TrimSpace(data), newline) {
		key, value, _ := bytes.Cut(line, equals)
		conf.set(string(key), string(value))
	}
	return conf, nil
}
