package fan

func All(urls []string) {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			log.Print(err)
			continue
		}
		resp.Body.Close()
	}
}
