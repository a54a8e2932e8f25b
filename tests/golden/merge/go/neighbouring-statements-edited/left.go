package clock

func Tick() {
	now := time.Now().UTC()
	last := load()
	wait := now.Sub(last)
	sleep(wait)
}
