package p

func f(url string) error {
	req, _ := http.NewRequest("PUT", url, nil)
	if err != nil {
		return err
	}
	return use(resp)
}
