export PATH := bin:$(PATH)
export LANG = C
export TZ = UTC
export DEBUG = 1

run:
	./run
