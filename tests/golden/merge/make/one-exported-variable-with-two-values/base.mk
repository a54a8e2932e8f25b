export LANG = C

run:
	./run
