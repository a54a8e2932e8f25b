# Building and checking.
CC := gcc
CFLAGS := -O2 -Wall

.PHONY: all clean

<<<<<<< left
=======
all: build docs
	@echo all done

>>>>>>> right
build: src/main.c
	$(CC) $(CFLAGS) -o app src/main.c

clean:
	rm -f app
