package p

func f(url string) error {
<<<<<<< left
	req, _ := http.NewRequest("PUT", url, nil)
=======
	resp, _, err := http.NewRequest("PUT", url, nil)
>>>>>>> right
	if err != nil {
		return err
	}
	return use(resp)
}
