.PHONY: run
run:
	./app

.PHONY: lint
lint:
	cppcheck src
