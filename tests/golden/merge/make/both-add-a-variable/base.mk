# Building and checking.
CC := gcc
CFLAGS := -O2 -Wall

.PHONY: all clean

all: build docs
	@echo done

build: src/main.c
	$(CC) $(CFLAGS) -o app src/main.c

clean:
	rm -f app
