package clock

func Tick() {
	now := time.Now()
	last := loadFrom(disk)
	wait := now.Sub(last)
	sleep(wait)
}
