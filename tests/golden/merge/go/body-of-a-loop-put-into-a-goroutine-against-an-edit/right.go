package fan

func All(urls []string) {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			log.Printf("%s: %v", url, err)
			continue
		}
		resp.Body.Close()
	}
}
