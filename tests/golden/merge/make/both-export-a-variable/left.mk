export PATH := bin:$(PATH)
export LANG = C
export TZ = UTC

run:
	./run
