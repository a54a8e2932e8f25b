CC := gcc
CFLAGS := -O3 -Wall $(shell pkg-config --cflags zlib)

app: main.c
	$(CC) $(CFLAGS) -o app main.c
