export LANG = C
export TZ = UTC

run:
	./run
