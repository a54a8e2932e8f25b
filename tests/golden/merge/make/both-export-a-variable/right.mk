export PATH := bin:$(PATH)
export LANG = C
export DEBUG = 1

run:
	./run
