package p

func f(url string) error {
	resp, err := http.NewRequest("PUT", url, nil)
	if err != nil {
		return err
	}
	return use(resp)
}
