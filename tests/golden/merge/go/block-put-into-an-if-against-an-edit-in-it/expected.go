package sync

func Sync(files []string) {
	for _, file := range files {
		if !known(file) {
			log.Print("copy", file)
			copyFile(file, overwrite)
			remember(file)
		}
	}
	flush()
}
