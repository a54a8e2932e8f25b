package a

func run(jobs []Job) error {
	for _, j := range jobs {
		if !j.Ready() {
			continue
		}
		if err := j.Do(); err != nil {
			return err
		}
		log.Printf("%s: done", j.ID)
	}
	return nil
}
