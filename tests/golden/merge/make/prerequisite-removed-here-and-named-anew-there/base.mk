all: build

build:
	go build ./...

test: build
	go test ./...

lint:
	golangci-lint run

clean:
	rm -rf bin
