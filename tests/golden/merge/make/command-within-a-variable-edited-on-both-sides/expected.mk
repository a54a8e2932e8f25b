CC := gcc
<<<<<<< left
CFLAGS := -O2 -Wall $(shell pkg-config --cflags zlib libpng)
=======
CFLAGS := -O2 -Wall $(shell pkg-config --cflags zlib jansson)
>>>>>>> right

app: main.c
	$(CC) $(CFLAGS) -o app main.c
