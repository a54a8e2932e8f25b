package fan

func All(urls []string) {
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			resp, err := http.Get(url)
			if err != nil {
				log.Printf("%s: %v", url, err)
				return
			}
			resp.Body.Close()
		}()
	}
	wg.Wait()
}
