all: build

build:
	go build ./...

test: build
	go test ./...

clean:
	rm -rf bin
