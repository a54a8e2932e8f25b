package a

func run(jobs []Job) error {
	for _, j := range jobs {
		if j.Ready() {
			if err := j.Do(); err != nil {
				return err
			}
			log.Println("done", j.ID)
		}
	}
	return nil
}
