package clock

func Tick() {
	now := time.Now()
	last := load()
	wait := now.Sub(last)
	sleep(wait)
}
