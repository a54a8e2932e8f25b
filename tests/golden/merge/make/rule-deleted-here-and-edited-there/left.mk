# Building and checking.
CC := gcc
CFLAGS := -O2 -Wall

.PHONY: all clean

build: src/main.c
	$(CC) $(CFLAGS) -o app src/main.c

clean:
	rm -f app
