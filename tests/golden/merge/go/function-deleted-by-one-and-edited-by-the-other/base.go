package conf

func Load(path string) (*Conf, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parse(data)
}

func parse(data []byte) (*Conf, error) {
	conf := new(Conf)
	for _, line := range bytes.Split(data, newline) {
		key, value, _ := bytes.Cut(line, equals)
		conf.set(string(key), string(value))
	}
	return conf, nil
}

func (c *Conf) Len() int {
	return len(c.entries)
}

func (c *Conf) Empty() bool {
	return c.Len() == 0
}
