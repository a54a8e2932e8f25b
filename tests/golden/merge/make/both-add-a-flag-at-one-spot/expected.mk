CC := gcc
<<<<<<< left
CFLAGS := -O2 -Wall -g $(shell pkg-config --cflags zlib)
=======
CFLAGS := -O2 -Wall -Werror $(shell pkg-config --cflags zlib)
>>>>>>> right

app: main.c
	$(CC) $(CFLAGS) -o app main.c
