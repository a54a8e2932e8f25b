CC := gcc
CFLAGS := -O2 -Wall -g -Werror $(shell pkg-config --cflags zlib)

app: main.c
	$(CC) $(CFLAGS) -o app main.c
