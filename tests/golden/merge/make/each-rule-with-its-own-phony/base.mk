.PHONY: run
run:
	./app
