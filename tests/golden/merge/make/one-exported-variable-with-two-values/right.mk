export LANG = C
export TZ = CET

run:
	./run
