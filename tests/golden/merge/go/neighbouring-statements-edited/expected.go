package clock

func Tick() {
	now := time.Now().UTC()
	last := loadFrom(disk)
	wait := now.Sub(last)
	sleep(wait)
}
