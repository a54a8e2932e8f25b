.PHONY: run
run:
	./app

.PHONY: test
test:
	./app -t
