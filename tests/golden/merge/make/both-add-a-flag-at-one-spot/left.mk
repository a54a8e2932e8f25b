CC := gcc
CFLAGS := -O2 -Wall -g $(shell pkg-config --cflags zlib)

app: main.c
	$(CC) $(CFLAGS) -o app main.c
