CFLAGS = -Wall -O3

app: main.c
	$(CC) $(CFLAGS) -o app main.c
