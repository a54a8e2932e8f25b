<<<<<<< left
CFLAGS = -Wall -O2
=======
CFLAGS = -Wall -O3
>>>>>>> right

app: main.c
	$(CC) $(CFLAGS) -o app main.c
