export PATH := bin:$(PATH)
export LANG = C

run:
	./run
