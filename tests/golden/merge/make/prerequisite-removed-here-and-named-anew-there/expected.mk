<<<<<<< left
all: build

build:
	go build ./...

test: build
	go test ./...
=======
all: build lint

build:
	go build ./...

test: build
	go test ./...

lint:
	golangci-lint run
>>>>>>> right

clean:
	rm -rf bin
