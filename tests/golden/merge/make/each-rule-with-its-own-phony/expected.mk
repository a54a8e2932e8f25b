.PHONY: run
run:
	./app

.PHONY: lint
lint:
	cppcheck src

.PHONY: test
test:
	./app -t
